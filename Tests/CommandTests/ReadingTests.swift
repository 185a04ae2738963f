import Foundation
import Testing

/// Which files `crdgen` and `crdgen-build` read.
@Suite struct ReadingTests {
    private static let expected = "expected a file; pass '-' for standard input\n"

    @Test(arguments: [
        "crdgen check /dev/zero",
        "crdgen-build --module M --output . /dev/zero",
    ])
    func `a device is an error`(command: String) throws {
        try Workspace.with { folder in
            let result = try folder.shell("\(command) 2>&1")
            #expect(result.status == 1)
            #expect(result.output == "/dev/zero: error: is a device, \(Self.expected)")
        }
    }

    @Test func `a socket is an error`() throws {
        try Workspace.with { folder in
            let result = try folder.shell(
                """
                perl -e 'use Socket; socket S, AF_UNIX, SOCK_STREAM, 0; bind S, sockaddr_un "socket"'
                crdgen check socket
                """
            )
            #expect(result.status == 1)
            #expect(result.errors == "socket: error: is a socket, \(Self.expected)")
        }
    }

    @Test func `the null device is an empty file`() throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", ["validate", "/dev/null"])
            #expect(result.output.hasPrefix("/dev/null: error: no objects found"))
            #expect(result.status == 1)
        }
    }

    @Test(arguments: [
        ("crdgen check large", "large"),
        ("crdgen check - < large", "<stdin>"),
        ("cat large | crdgen check -", "<stdin>"),
        ("crdgen-build --module M --output . large", "large"),
    ])
    func `more than 256 MiB is an error`(command: String, file: String) throws {
        try Workspace.with { folder in
            try folder.write("large", "")
            let handle = try FileHandle(forWritingTo: folder.url("large"))
            // One byte too many, none of which is on the disk.
            try handle.truncate(atOffset: 256 << 20 + 1)
            try handle.close()
            let result = try folder.shell("(\(command)) 2>&1")
            #expect(result.status == 1)
            #expect(
                result.output == "\(file): error: is larger than the limit of 256 MiB\n"
            )
        }
    }

    @Test func `standard input that cannot be read is an error`() throws {
        try Workspace.with { folder in
            let result = try folder.shell("crdgen check - < .")
            #expect(result.status == 1)
            #expect(result.errors == "<stdin>: error: cannot be read: Is a directory\n")
        }
    }
}

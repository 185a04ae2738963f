import Foundation

/// A file through the C library, as `crdgen-build` reads and writes: Foundation's own cost would
/// count for the generator's.
package struct PlainFile: Sendable {
    /// Where it is.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// What went wrong with a file.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// All bytes of the file.
    ///
    /// - Throws: ``Failure``.
    package func read() throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot be read") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("cannot be read") }
        let size = Int(status.st_size)
        return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let rest = buffer.baseAddress.map { $0 + count }
                let step = Foundation.read(descriptor, rest, size - count)
                guard step > 0 else { throw failure("cannot be read") }
                count += step
            }
        }
    }

    /// Makes a text the content of the file.
    ///
    /// - Throws: ``Failure``.
    package func write(_ text: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure("cannot be written") }
        defer { close(descriptor) }
        var text = text
        try text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let rest = bytes.baseAddress.map { $0 + written }
                let step = Foundation.write(descriptor, rest, bytes.count - written)
                guard step > 0 else { throw failure("cannot be written") }
                written += step
            }
        }
    }

    private func failure(_ what: String) -> Failure {
        Failure(description: "'\(path)' \(what): \(String(cString: strerror(errno)))")
    }
}

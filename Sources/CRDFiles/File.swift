package import CRDYAML

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A file, accessed with the C library; with Foundation the tool would take three times as long to
/// start.
package struct File {
    /// The maximum size in bytes of a file or of standard input.
    ///
    /// The largest published CRD has 2 million bytes; the CRDs of a cluster together have many
    /// more.
    package static let limit = 256 << 20

    /// The path of the file.
    package let path: String

    /// Creates a file for a path; the file need not exist.
    package init(path: String) {
        self.path = path
    }

    /// Reads all bytes of the file, which can be a pipe, such as a shell makes of `<(…)`.
    ///
    /// - Throws: `Diagnostic` with the message of the C library, such as `No such file or
    ///   directory`;
    ///   also if the file is a socket, a device other than `/dev/null`, or larger than ``limit``.
    package func read() throws(Diagnostic) -> [UInt8] {
        try checkType()
        return try result(of: contents)
    }

    /// Reads all bytes of the file into an array that is used for several files.
    ///
    /// - Parameter buffer: Receives the bytes at its start, and grows if they need more space.
    /// - Returns: The number of bytes.
    /// - Throws: The same errors as ``read()``.
    package func read(into buffer: inout [UInt8]) throws(Diagnostic) -> Int {
        try checkType()
        let descriptor = retried { unsafe open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw failure("cannot be read") }
        defer { close(descriptor) }
        var count = 0
        while count <= Self.limit {
            if count == buffer.count {
                buffer += [UInt8](repeating: 0, count: max(count, 1 << 20))
            }
            let read = retried { readBytes(descriptor, &buffer, from: count) }
            if read < 0 { throw failure("cannot be read") }
            if read == 0 { return count }
            count += read
        }
        throw tooLarge
    }

    private func checkType() throws(Diagnostic) {
        var status = stat()
        // Checked before it is opened, as opening has effects on some devices. A missing file fails
        // below.
        if unsafe stat(path, &status) == 0, path != "/dev/null" {
            switch status.st_mode & S_IFMT {
            case S_IFCHR, S_IFBLK:
                throw error("is a device, expected a file; pass '-' for standard input")
            case S_IFSOCK:
                throw error("is a socket, expected a file; pass '-' for standard input")
            case S_IFREG where status.st_size > Self.limit:
                throw tooLarge
            default:
                break
            }
        }
    }

    /// Reads all bytes of standard input, which can be of any type.
    ///
    /// - Throws: `Diagnostic` with the message of the C library, or if there are more bytes than
    ///   ``limit``.
    package static func standardInput() throws(Diagnostic) -> [UInt8] {
        try File(path: "<stdin>").result(of: allBytes(from: STDIN_FILENO))
    }

    private func result(of bytes: [UInt8]?) throws(Diagnostic) -> [UInt8] {
        guard let bytes else { throw failure("cannot be read") }
        guard bytes.count <= Self.limit else { throw tooLarge }
        return bytes
    }

    private var tooLarge: Diagnostic {
        error("is larger than the limit of \(Self.limit >> 20) MiB")
    }

    /// Writes a text to the file, unless it has this content already.
    ///
    /// An unchanged file keeps its timestamp, so that nothing that depends on it is built again.
    ///
    /// The text is written to a hidden file in the same folder, which is then renamed, so that no
    /// process sees partial content. Signals are delayed until this is done; only `SIGKILL` can
    /// leave the hidden file behind. Symbolic links are kept, and a file keeps its permissions.
    ///
    /// - Throws: `Diagnostic` with the message of the C library. The file doesn't change then.
    package func write(_ text: String) throws(Diagnostic) {
        if let bytes = contents, areEqual(bytes, text) { return }
        let signals = HeldSignals()
        defer { signals.release() }
        let target = realPath(of: path)
        let newPath = "\(folder(of: target))\(Self.temporaryName(getpid()))"
        // An existing file was left by a killed process with the same identifier.
        unsafe unlink(newPath)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        let descriptor = retried { unsafe open(newPath, flags, 0o666) }
        guard descriptor >= 0 else { throw failure("cannot be written") }
        let isWritten = keepPermissions(of: target, descriptor) && writeAll(text, to: descriptor)
        let isClosed = close(descriptor) == 0
        guard isWritten, isClosed, unsafe rename(newPath, target) == 0 else {
            let failure = failure("cannot be written")
            unsafe unlink(newPath)
            throw failure
        }
    }

    /// Whether a name is that of a hidden file left by a process that was killed while writing.
    package static func isAbandoned(_ name: String) -> Bool {
        guard let word = name.split(separator: ".").first?.split(separator: "-").last,
            let process = pid_t(word), name == temporaryName(process)
        else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    /// Returns the name of the hidden file that a process writes before it is renamed.
    private static func temporaryName(_ process: pid_t) -> String {
        ".crdgen-\(process).tmp"
    }

    /// Writes a text to standard output.
    ///
    /// - Throws: `Diagnostic` with the message of the C library, if not all of it is written.
    package static func standardOutput(_ text: String) throws(Diagnostic) {
        guard writeAll(text, to: STDOUT_FILENO) else {
            throw File(path: "<stdout>").failure("cannot be written")
        }
    }

    /// Writes a text to standard error; errors are ignored, as there is no way to report them.
    package static func standardError(_ text: String) {
        _ = writeAll(text, to: STDERR_FILENO)
    }

    /// The content, up to a chunk more than ``limit``; `nil` if it cannot be read, with the reason
    /// in `errno`.
    private var contents: [UInt8]? {
        let descriptor = retried { unsafe open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { return nil }
        defer {
            // 'close' must not replace the reason.
            let reason = errno
            close(descriptor)
            errno = reason
        }
        return allBytes(from: descriptor)
    }

    private func failure(_ what: String) -> Diagnostic {
        let reason = unsafe String(cString: strerror(errno))
        return error("\(what): \(reason)")
    }

    private func error(_ message: String) -> Diagnostic {
        Diagnostic(.error, message, file: path)
    }
}

// Outside of 'File', whose methods would hide the C functions of the same names.

/// Returns a path without symbolic links; the path itself if the file is missing.
private func realPath(of path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
}

/// Returns the folder of a path, with the slash; empty for the current folder.
private func folder(of path: String) -> Substring {
    let bytes = path.utf8
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return path[...slash]
}

/// Gives an open file the permissions of the one that it will replace, if there is one.
private func keepPermissions(of path: String, _ descriptor: CInt) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return true }
    return fchmod(descriptor, status.st_mode & 0o777) == 0
}

/// Calls a function of the C library, again if a signal interrupts it.
private func retried<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}

/// Reads bytes into the end of a buffer; returns their number, or -1 with the reason in `errno`.
private func readBytes(_ descriptor: CInt, _ buffer: inout [UInt8], from start: Int) -> Int {
    unsafe buffer.withUnsafeMutableBytes { bytes in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
        return unsafe read(descriptor, rest.baseAddress, rest.count)
    }
}

/// Reads the remaining bytes in chunks, at most one chunk more than the limit.
private func allBytes(from descriptor: CInt) -> [UInt8]? {
    var bytes: [UInt8] = []
    var status = stat()
    // The size is unknown for pipes; then the array grows.
    if unsafe fstat(descriptor, &status) == 0 {
        bytes.reserveCapacity(min(Int(clamping: status.st_size), File.limit))
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= File.limit {
        let count = retried { unsafe read(descriptor, &chunk, chunk.count) }
        if count < 0 { return nil }
        if count == 0 { return bytes }
        bytes += chunk.prefix(count)
    }
    return bytes
}

// Both functions use the bytes of the string without a copy. Comparing arrays would be slow in a
// debug build.

private func areEqual(_ bytes: [UInt8], _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { other in
        guard bytes.count == other.count, let start = other.baseAddress else {
            return bytes.isEmpty && other.isEmpty
        }
        return unsafe memcmp(bytes, start, bytes.count) == 0
    }
}

private func writeAll(_ text: String, to descriptor: CInt) -> Bool {
    // Makes a file beyond the size limit of the system an error like any other.
    signal(SIGXFSZ, SIG_IGN)
    var text = text
    return text.withUTF8 { bytes in
        var written = 0
        while written < bytes.count {
            let rest = unsafe bytes.baseAddress.map { unsafe $0 + written }
            let count = retried { unsafe write(descriptor, rest, bytes.count - written) }
            if count < 0 { return false }
            written += count
        }
        return true
    }
}

package import YAML

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A file, through the C library: with Foundation the tool would take three times as long to start.
package struct File {
    /// Where it is.
    package let path: String

    /// Names a file, which need not be there.
    package init(path: String) {
        self.path = path
    }

    /// All bytes of the file.
    ///
    /// - Throws: `Diagnostic` with the words of the C library, such as `No such file or directory`.
    package func read() throws(Diagnostic) -> [UInt8] {
        guard let bytes = contents else { throw failure("cannot be read") }
        return bytes
    }

    /// Makes a text the content of the file, unless it is so already: then the file keeps its time,
    /// and nothing that depends on it is built again.
    ///
    /// The text is written to another file first, which then takes the name of this one, so that
    /// no one sees half of it.
    ///
    /// - Throws: `Diagnostic` with the words of the C library. The file is then what it was.
    package func write(_ text: String) throws(Diagnostic) {
        if let bytes = contents, areEqual(bytes, text) { return }
        let newPath = "\(path).\(getpid()).tmp"
        let descriptor = unsafe open(newPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure("cannot be written") }
        let isWritten = writeAll(text, to: descriptor)
        let isClosed = close(descriptor) == 0
        guard isWritten, isClosed, unsafe rename(newPath, path) == 0 else {
            let failure = failure("cannot be written")
            unsafe unlink(newPath)
            throw failure
        }
    }

    /// Writes a text to standard error; if that fails there is no one to tell.
    package static func standardError(_ text: String) {
        _ = writeAll(text, to: STDERR_FILENO)
    }

    /// The content; `nil` if it cannot be read, with the reason in `errno`.
    private var contents: [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer {
            // Closing must not replace the reason.
            let reason = errno
            close(descriptor)
            errno = reason
        }
        return allBytes(from: descriptor)
    }

    private func failure(_ what: String) -> Diagnostic {
        let reason = unsafe String(cString: strerror(errno))
        return Diagnostic(.error, "\(what): \(reason)", file: path)
    }
}

// Outside of 'File', whose methods would hide the C functions of the same names.

private func allBytes(from descriptor: CInt) -> [UInt8]? {
    var bytes: [UInt8] = []
    var status = stat()
    // Of no use for what is no file; then the array grows.
    if unsafe fstat(descriptor, &status) == 0 { bytes.reserveCapacity(Int(status.st_size)) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = unsafe read(descriptor, &chunk, chunk.count)
        if count < 0 { return nil }
        if count == 0 { return bytes }
        bytes += chunk.prefix(count)
    }
}

// Both take the bytes of the string where they are, and the comparison is not that of arrays,
// which is slow in a debug build.

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
    var text = text
    return text.withUTF8 { bytes in
        var written = 0
        while written < bytes.count {
            let rest = unsafe bytes.baseAddress.map { unsafe $0 + written }
            let count = unsafe write(descriptor, rest, bytes.count - written)
            if count < 0 { return false }
            written += count
        }
        return true
    }
}

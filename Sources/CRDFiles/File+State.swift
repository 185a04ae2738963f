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

extension File {
    /// The path, the inode, the size, and the time of the last change, as SwiftPM compares them.
    ///
    /// `nil` if the file is missing.
    package var state: String? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        return "\(path) \(status.st_ino) \(status.st_size) \(time.tv_sec) \(time.tv_nsec)"
    }

    /// Returns a number that differs, with near certainty, if the file has different bytes.
    ///
    /// - Throws: The same errors as ``read()``.
    package func checksum() throws(Diagnostic) -> UInt64 {
        let bytes = try read()
        var sum = UInt64(bytes.count)
        let rest = bytes.count % 8
        // FNV-1a by words. Pointers, because arrays and their slices are slow in a debug build.
        unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return }
            let words = unsafe start.assumingMemoryBound(to: UInt64.self)
            var index = 0
            while index < bytes.count / 8 {
                unsafe sum = (sum ^ words[index]) &* 0x100_0000_01b3
                sum ^= sum &>> 32
                index &+= 1
            }
        }
        for byte in bytes.suffix(rest) { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return sum
    }
}

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// The files of the IANA time zone database in the system.
enum ZoneFile {
    /// The folders in which Go looks too.
    private static let folders = [
        "/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/",
        "/etc/zoneinfo/",
    ]
    /// The maximum size of a file; the largest one has 4 KB.
    private static let limit = 1 << 20

    /// Returns the bytes of the file for a zone.
    ///
    /// - Returns: `nil` if there is none, and on systems without the database.
    static func read(named name: String) -> [UInt8]? {
        guard !name.utf8.contains(0), name.utf8.count <= 255 else { return nil }
        for folder in folders {
            if let bytes = read(path: folder + name) { return bytes }
        }
        return nil
    }

    #if canImport(Darwin) || canImport(Glibc) || canImport(Musl) || canImport(Android)
    private static func read(path: String) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 13)
        while bytes.count <= limit {
            let count = unsafe readChunk(descriptor, &chunk, chunk.count)
            if count < 0 { return nil }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
        }
        return nil
    }

    private static func readChunk(
        _ descriptor: CInt,
        _ chunk: UnsafeMutableRawPointer,
        _ count: Int
    ) -> Int {
        while true {
            #if canImport(Darwin)
            let result = unsafe Darwin.read(descriptor, chunk, count)
            #elseif canImport(Glibc)
            let result = unsafe Glibc.read(descriptor, chunk, count)
            #elseif canImport(Musl)
            let result = unsafe Musl.read(descriptor, chunk, count)
            #else
            let result = unsafe Android.read(descriptor, chunk, count)
            #endif
            if result >= 0 || errno != EINTR { return result }
        }
    }
    #else
    private static func read(path: String) -> [UInt8]? { nil }
    #endif
}

// What the build plugin runs, once for each CRD file and once for each folder. It starts in a few
// milliseconds, as it has neither Foundation nor an argument parser; people run 'crdgen'.

import CRDFiles

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

do throws(UsageError) {
    try Job(arguments: Array(CommandLine.arguments.dropFirst())).run()
} catch {
    File.standardError("error: \(error.message)\n\(UsageError.usage)\n")
    exit(2)
}

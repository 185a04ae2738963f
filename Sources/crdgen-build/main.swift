// The tool of the build plugin, which runs once for each module. It starts in a few milliseconds,
// because it uses neither Foundation nor an argument parser; users run 'crdgen'.

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
    var arguments = CommandLine.arguments[...]
    let tool = arguments.popFirst() ?? ""
    try Job(arguments: Array(arguments)).run(tool: tool)
} catch {
    File.standardError("error: \(error.message)\n\(UsageError.usage)\n")
    exit(2)
}

import ArgumentParser
import CRDFiles
import CRDYAML
import Foundation

extension OutputFolder {
    /// Makes changes to the folder, and prints a line for each file and a summary.
    ///
    /// - Throws: `ExitCode.failure` if a file cannot be written, after printing the error.
    func applyAndReport(_ changes: [Change]) throws {
        try apply(changes) { $0.line(in: path) }
        try StandardOutput.print(summary: Change.summary(of: changes))
    }

    /// Makes changes to the folder, and then prints a line for each that was made.
    ///
    /// - Throws: `ExitCode.failure` if a file cannot be written, after printing the error.
    func apply(_ changes: [Change], line: (Change) -> String) throws {
        let (done, failure) = apply(changes)
        try StandardOutput.write(done.map { "\(line($0))\n" }.joined())
        guard let failure else { return }
        StandardError.print([failure])
        if done.contains(where: { !$0.isSame }) { reportPartial("failed") }
        throw ExitCode.failure
    }

    /// Makes changes to the folder, one after the other.
    ///
    /// A signal ends the process only between two files, so that each file has either its old or
    /// its new content. If some files are new already, a message reports it.
    ///
    /// - Parameter changes: The result of ``changes(toHold:)``.
    /// - Returns: The changes that succeeded or weren't needed, and the error that ended the work,
    ///   if
    ///   there is one.
    private func apply(_ changes: [Change]) -> (done: [Change], failure: Diagnostic?) {
        let signals = HeldSignals()
        defer { signals.release() }
        removeAbandoned(besides: changes)
        var progress = Progress("writing", of: changes.count)
        defer { progress.end() }
        var done: [Change] = []
        for change in changes {
            progress.step()
            if let signal = signals.waiting {
                progress.end()
                if done.contains(where: { !$0.isSame }) { reportPartial("interrupted") }
                signals.release()
                // Reached only if another handler has received the signal.
                Foundation.exit(128 + signal)
            }
            do throws(Diagnostic) {
                try apply(change)
            } catch {
                return (done, error)
            }
            done.append(change)
        }
        return (done, nil)
    }

    /// Removes temporary files of killed processes from the folders of these files.
    private func removeAbandoned(besides changes: [Change]) {
        for folder in Set(changes.map { URL(filePath: "\(path)/\($0.path)").folder }) {
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
            for name in names ?? [] where File.isAbandoned(name) {
                // A file that cannot be removed does no harm.
                try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
            }
        }
    }

    /// Reports that only some of the files were written.
    private func reportPartial(_ reason: String) {
        StandardError.print(
            "\(reason): '\(path)' is only partly up to date; "
                + "run the same command again to complete it"
        )
    }

    /// Makes a change to the folder.
    ///
    /// - Throws: `Diagnostic` if the file cannot be written or removed; it doesn't change then.
    private func apply(_ change: Change) throws(Diagnostic) {
        let file = "\(path)/\(change.path)"
        switch change.kind {
        case .same:
            break
        case .missing(let text), .different(let text, line: _):
            try Self.create(URL(filePath: file).folder)
            try File(path: file).write(text)
        case .unused:
            do {
                try FileManager.default.removeItem(atPath: file)
            } catch {
                throw Diagnostic(.error, "cannot be removed: \(error.reason)", file: file)
            }
        }
    }

    /// Creates a folder, and those around it.
    ///
    /// - Throws: `Diagnostic` with the message of the operating system.
    static func create(_ folder: String) throws(Diagnostic) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
        } catch {
            let message =
                FileManager.default.fileExists(atPath: folder)
                ? "is a file, expected a folder" : "cannot be created: \(error.reason)"
            throw Diagnostic(.error, message, file: folder)
        }
    }
}

extension URL {
    /// The path of the folder that the file is in.
    var folder: String { deletingLastPathComponent().relativePath }
}

extension Change {
    /// The word for the change in the output.
    private var word: String {
        switch kind {
        case .missing, .different: "written"
        case .unused: "removed"
        case .same: "unchanged"
        }
    }

    /// A line of the table: `written    Generated/Namespaces.crd.swift`.
    fileprivate func line(in folder: String) -> String {
        let padding = String(repeating: " ", count: "unchanged".count - word.count)
        return "\(word)\(padding)  \(folder)/\(path)"
    }

    /// `3 files: 1 written, 2 unchanged`, without what there is none of.
    fileprivate static func summary(of changes: [Change]) -> String {
        let counts = ["written", "removed", "unchanged"].compactMap { word in
            let count = changes.count { $0.word == word }
            return count == 0 ? nil : "\(count) \(word)"
        }
        let files = changes.count == 1 ? "1 file" : "\(changes.count) files"
        return changes.isEmpty ? "no files" : "\(files): \(counts.joined(separator: ", "))"
    }
}

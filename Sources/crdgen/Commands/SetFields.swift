import ArgumentParser
import CRDCatalog
import CRDFiles
import CRDGeneratorCore
import CRDInspection
import CRDYAML

extension CRDGen {
    /// `crdgen set`.
    struct SetFields: MessageCommand {
        static let configuration = CommandConfiguration(
            commandName: "set",
            abstract: "Set fields of an object in a manifest, and keep the rest of the text.",
            discussion: """
                Changes only the lines of what differs. Comments, order, quotes, and indentation \
                stay. A value gets the type that the CRD has for its field; a string is quoted \
                where necessary. The object is validated before the file is written: if it is \
                invalid, or if a field can't be set, the file doesn't change. For '-', the \
                manifest is read from standard input, and the result is printed.

                A path has the keys of the manifest: 'spec.size', 'spec.rules[0].host', \
                'spec.rules[name=web].host', 'spec.args[+]' for a new item, \
                'metadata.labels[example.com/team]'. Missing parents are created.

                Exit codes: 0 success, 1 invalid input, or the changed object is invalid, 2 invalid \
                usage.

                Examples:
                  crdgen set spec.size=3 widget.yaml
                  crdgen set 'metadata.labels[example.com/team]=web' --remove spec.color widget.yaml
                  crdgen set --object Widget/a 'spec.ports=[80, 443]' all.yaml
                  kubectl get widget a -o yaml | crdgen set spec.size=3 - | kubectl apply -f -
                """
        )

        @Argument(
            help: """
                The changes, each PATH=VALUE, and then the file; '-' for standard input.
                """,
            completion: .file(extensions: CRDSource.endings)
        )
        var words: [String]

        @Option(help: ArgumentHelp("A field to remove; can be repeated.", valueName: "path"))
        var remove: [String] = []

        @Option(
            help: ArgumentHelp(
                "The object to change, if the file has several.",
                valueName: "kind/name"
            )
        )
        var object: String?

        @OptionGroup var sources: SourceOptions

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            let changes = words.dropLast()
            if changes.isEmpty, remove.isEmpty {
                throw ValidationError("expected PATH=VALUE or '--remove', and then a file")
            }
            try CRDSource.requireOneStandardInput(in: words.suffix(1) + sources.crds)
        }

        func run() throws {
            let path = words[words.count - 1]
            let assignments = try words.dropLast().map { try Assignment($0) }
            let input = try CRDSource(path).inputs()
            guard let file = input.first, input.count == 1 else {
                throw Diagnostic(.error, "is a folder, expected a file", file: path)
            }
            let needed = NeededKinds(of: [ParsedManifest(file)])
            let definitions = try sources.definitions(of: needed)
            var change = try ManifestChange(file, object: object, definitions.kinds)
            for path in remove { try change.remove(path) }
            for assignment in assignments { try change.set(assignment) }
            if let checked = change.checked() {
                StandardError.print(checked.diagnostics())
                if checked.verdict() == .invalid {
                    let message = "the changed object is invalid, so the file is not written"
                    throw Diagnostic(.error, message, file: file.path)
                }
            }
            if path == "-" {
                try StandardOutput.write(change.newText)
            } else {
                try File(path: file.path).write(change.newText)
            }
        }
    }
}

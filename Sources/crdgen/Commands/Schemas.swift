import ArgumentParser
import CRDCatalog
import CRDEditing
import CRDFiles
import CRDInspection
import CRDRuntime
import CRDYAML
import Foundation

extension CRDGen {
    /// `crdgen schema`.
    struct Schemas: MessageCommand {
        static let configuration = CommandConfiguration(
            commandName: "schema",
            abstract: "Print the JSON Schema of a kind, for editors and other validators.",
            discussion: """
                The schema is in draft 2020-12, with descriptions and defaults. It accepts every \
                manifest that the API server accepts with strict field validation. CEL rules and \
                unique list map keys have no equal in JSON Schema; comments name them. A pattern \
                that JavaScript does not have is left out.

                With '--output', writes a file 'GROUP/KIND_VERSION.json' for each version of each \
                kind, and 'index.json', which chooses by API version and kind. With \
                '--configuration', prints the schema of 'crdgen.yaml'.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen schema TrainingJob > trainingjob.json
                  crdgen schema example.com/v1/Widget --crds widgets.yaml
                  crdgen schema --output schemas
                  crdgen schema --configuration > crdgen.schema.json
                """
        )

        @Argument(help: "A kind, by any name that kubectl accepts.", completion: .kinds)
        var kind: String?

        @OptionGroup var version: VersionOptions

        @OptionGroup var sources: SourceOptions

        @Option(
            help: ArgumentHelp("A folder for the schemas of all kinds.", valueName: "folder"),
            completion: .directory
        )
        var output: String?

        @Flag(name: .customLong("configuration"), help: "Print the schema of 'crdgen.yaml'.")
        var isOfConfiguration = false

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            try CRDSource.requireOneStandardInput(in: sources.crds)
            try output.requireFolder(of: "--output")
            let given = [kind != nil, output != nil, isOfConfiguration].count { $0 }
            if given != 1 {
                throw ValidationError("expected a kind, '--output', or '--configuration'")
            }
        }

        func run() throws {
            if isOfConfiguration {
                return try StandardOutput.print(ConfigurationSchema.jsonSchema.indentedText)
            }
            let path = try kind.map { try AttributePath($0) }
            let (catalog, isWhole) = try sources.catalog(ofKind: path?.kind)
            if let path {
                let entry = try catalog.entry(at: path, apiVersion: version.apiVersion)
                try StandardOutput.print(entry.jsonSchema.indentedText)
            } else if let output {
                try write(catalog, to: output.withoutSlash)
            }
            guard isWhole else { throw ExitCode.failure }
        }

        private func write(_ catalog: ResourceCatalog, to folder: String) throws {
            for entry in catalog.entries {
                let path = "\(folder)/\(entry.jsonSchemaPath)"
                try OutputFolder.create(URL(filePath: path).folder)
                try File(path: path).write(entry.jsonSchema.indentedText + "\n")
            }
            try OutputFolder.create(folder)
            let index = catalog.jsonSchemaIndex.indentedText + "\n"
            try File(path: "\(folder)/index.json").write(index)
            let count = catalog.entries.count
            let schemas = count == 1 ? "1 schema" : "\(count) schemas"
            try StandardOutput.print(summary: "\(folder): \(schemas) and index.json")
        }
    }
}

import CRDDefinitionValidity
package import CRDGeneratorCore
import CRDLibYAML
package import CRDYAML

/// The CEL rules of CRDs.
package struct RuleListing: Sendable {
    /// A version of a kind with its rules.
    package struct Version: Sendable {
        /// The API group.
        package let group: String
        /// The kind.
        package let kind: String
        /// The name of the version.
        package let name: String
        /// The file with the CRD.
        package let file: String
        /// The rules: invalid ones first, then the most expensive ones.
        package let rules: [ListedRule]

        /// The estimated cost of all rules and message expressions.
        package var totalCost: UInt64 {
            let costs = rules.flatMap { [$0.estimate.cost, $0.messageEstimate?.cost] }
            return costs.compactMap(\.self).reduce(0) { sum, cost in
                let sum = sum.addingReportingOverflow(cost)
                return sum.overflow ? .max : sum.partialValue
            }
        }
    }

    /// The versions, in the order of the files, also those without rules.
    package private(set) var versions: [Version] = []
    /// The errors of CRDs that cannot be read.
    package private(set) var errors: [Diagnostic] = []

    /// Lists the rules of the CRDs of a file.
    package init(of input: Generator.Input) {
        let parsed = Node.parseUntilError(input.bytes, file: input.path)
        for document in parsed.documents { add(document) }
        if let error = parsed.error { errors.append(error) }
    }

    /// Joins lists, in their order.
    package init(_ listings: [RuleListing]) {
        versions = listings.flatMap(\.versions)
        errors = listings.flatMap(\.errors)
    }

    /// Adds the rules of the CRDs of a document.
    private mutating func add(_ document: Node) {
        for (definition, isItem) in document.definitions() {
            var decoder = DefinitionDecoder()
            if let failure = decoder.failure(in: definition, impliesKind: isItem) {
                errors.append(failure)
            } else {
                add(definition: definition)
            }
        }
    }

    private mutating func add(definition: Node) {
        guard let spec = definition.value("spec") else { return }
        for version in spec.value("versions")?.items.map(\.self) ?? [] {
            var collector = RuleCollector()
            if let schema = version.value("schema")?.value("openAPIV3Schema") {
                collector.collect(SchemaNode(schema, path: ""))
            }
            let order = collector.rules.enumerated().sorted { first, second in
                let costs = (first.element.estimate.cost, second.element.estimate.cost)
                if costs.0 == costs.1 { return first.offset < second.offset }
                return costs.0 ?? .max > costs.1 ?? .max
            }
            versions.append(
                Version(
                    group: spec.text("group"),
                    kind: spec.value("names")?.text("kind") ?? "",
                    name: version.text("name"),
                    file: definition.file,
                    rules: order.map(\.element)
                )
            )
        }
    }
}

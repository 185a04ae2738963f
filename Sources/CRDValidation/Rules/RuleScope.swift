import CRDSchema
import KubernetesCEL

/// A schema of a CRD, with what decides the types and the costs of its rules: the schemas around it
/// (apiextensions-apiserver v0.35, pkg/apis/apiextensions/validation, `CELSchemaContext`).
package struct RuleScope: Sendable {
    private let schema: PreparedSchema
    /// The schema from which the types are declared; `nil` if there is none.
    ///
    /// It differs from `schema` in the metadata of a resource whose own rules, or those around it,
    /// use its metadata.
    private let declaration: PreparedSchema?
    private let isRoot: Bool
    /// Whether the schema, or one around it, has rules.
    private let isWithinRules: Bool
    /// The maximum number of values; `nil` if a list or map around them has no limit.
    private let limitedCount: UInt64?

    /// Creates the scope of the schema of a whole resource.
    package init(root schema: PreparedSchema) {
        self.schema = schema
        declaration = schema.isVisibleToRules ? schema : nil
        isRoot = true
        isWithinRules = schema.hasRules
        limitedCount = 1
    }

    private init(_ schema: PreparedSchema, _ declaration: PreparedSchema?, in outer: RuleScope) {
        self.schema = schema
        self.declaration = declaration
        isRoot = schema.keywords.isEmbeddedResource
        isWithinRules = outer.isWithinRules || schema.hasRules
        limitedCount = outer.limitedCount.flatMap { count in
            outer.schema.maximumMembers.map { count.multipliedOrMaximum(by: $0) }
        }
    }

    /// Returns the scope of a schema in the schema; `nil` if there is no such schema.
    package func child(_ step: RuleSet.Step) -> RuleScope? {
        guard let child = schema.child(step) else { return nil }
        let own = child.isVisibleToRules ? child : nil
        guard isWithinRules else { return RuleScope(child, own, in: self) }
        guard let declaration else { return RuleScope(child, nil, in: self) }
        let declared = declaration.child(step, isRoot: isRoot)
        return RuleScope(
            child,
            declared.flatMap { $0.isVisibleToRules ? $0 : nil } ?? own,
            in: self
        )
    }

    /// Returns the compiled rules; `nil` if the server cannot declare the type of the values.
    package func rules() -> CompiledRules? {
        guard let declaration else { return nil }
        if declaration === schema { return schema.rules(isRoot: isRoot) }
        return CompiledRules(
            schema.keywords.rare.validations,
            for: schema,
            declaredBy: declaration,
            isRoot: isRoot
        )
    }

    /// Returns the estimated cost of an expression that is evaluated for all values.
    ///
    /// - Parameters:
    ///   - cost: The maximum cost for one value.
    ///   - rules: The rules that the expression belongs to.
    /// - Returns: The cost; the largest number if it is larger.
    package func totalCost(_ cost: UInt64, in rules: CompiledRules) -> UInt64 {
        cost.multipliedOrMaximum(by: limitedCount ?? rules.maximumCount)
    }
}

extension PreparedSchema {
    /// Whether the schema itself has rules.
    fileprivate var hasRules: Bool { !keywords.rare.validations.isEmpty }

    /// Returns a schema in the schema.
    ///
    /// - Parameters:
    ///   - step: The step to it.
    ///   - isRoot: Whether the schema has the fields of a whole resource in addition.
    /// - Returns: The schema; `nil` if there is none.
    package func child(_ step: RuleSet.Step, isRoot: Bool = false) -> PreparedSchema? {
        switch step {
        case .property(let name): property(name, isRoot: isRoot)
        case .items: items
        case .additionalProperties:
            if case .schema(let members) = additional { members } else { nil }
        }
    }

    /// The factor by which there can be more values of the schemas in this schema than of itself;
    /// `nil` if there is no limit.
    fileprivate var maximumMembers: UInt64? {
        switch keywords.type {
        case .array?: return keywords.rare.maxItems.map { UInt64(max(0, $0)) }
        case .object? where keywords.additionalProperties != nil:
            return keywords.rare.maxProperties.map { UInt64(max(0, $0)) }
        default: return 1
        }
    }
}

extension UInt64 {
    /// Returns the product, or the largest number if it is larger.
    fileprivate func multipliedOrMaximum(by other: UInt64) -> UInt64 {
        let product = multipliedReportingOverflow(by: other)
        return product.overflow ? .max : product.partialValue
    }
}

import CRDRuntime
import CRDSchema
import CRDValidation
import CRDYAML

/// Checks the schema of a whole resource (`validateCustomResourceDefinitionValidation`).
extension DefinitionCheck {
    /// The keywords that are allowed at the root of a schema with a status subresource.
    private static let rootFields: [(name: String, keyword: String)] = [
        ("Description", "description"), ("Type", "type"), ("Format", "format"),
        ("Title", "title"), ("Maximum", "maximum"), ("ExclusiveMaximum", "exclusiveMaximum"),
        ("Minimum", "minimum"), ("ExclusiveMinimum", "exclusiveMinimum"),
        ("MaxLength", "maxLength"), ("MinLength", "minLength"), ("Pattern", "pattern"),
        ("MaxItems", "maxItems"), ("MinItems", "minItems"), ("UniqueItems", "uniqueItems"),
        ("MultipleOf", "multipleOf"), ("Required", "required"), ("Items", "items"),
        ("Properties", "properties"), ("ExternalDocs", "externalDocs"), ("Example", "example"),
        ("XPreserveUnknownFields", "x-kubernetes-preserve-unknown-fields"),
        ("XValidations", "x-kubernetes-validations"),
    ]

    mutating func checkSchema(_ schema: SchemaNode, hasStatus: Bool, isUnchanged: Bool) {
        var found = ViolationList()
        if hasStatus { checkRoot(schema, &found) }
        if schema.flag("nullable") {
            let detail = "nullable cannot be true at the root"
            found.forbidden("\(schema.path).nullable", at: schema.keyNode("nullable"), detail)
        }
        let error = schema.conversionError
        let rules = error == nil ? checkStructure(schema, &found) : nil
        var keywords = SchemaCheck(isUnchanged: isUnchanged)
        keywords.check(schema, rules)
        found.append(keywords.list)
        found.append(keywords.ruleErrors)
        keywords.budget.check(schema, &found)
        if let error, found.isEmpty {
            found.invalid(schema.path, at: schema.node, "", error)
        }
        list.append(found)
    }

    /// Runs each step only if the step before has found no errors.
    ///
    /// - Returns: What is needed to compile the rules; `nil` if there are none, or if there are
    ///   errors.
    private func checkStructure(_ schema: SchemaNode, _ found: inout ViolationList) -> RuleScope? {
        var structure = StructureCheck()
        structure.check(schema)
        guard structure.list.isEmpty else {
            found.append(structure.list)
            return nil
        }
        let hasRules = schema.hasRules
        guard hasRules || schema.hasDefault else { return nil }
        var decoder = SchemaDecoder()
        var keywords = decoder.schema(schema.node).keywords
        keywords.isEmbeddedResource = true
        let prepared = PreparedSchema(Schema(keywords))
        var defaults = DefaultsCheck(root: prepared)
        defaults.check(schema)
        found.append(defaults.list)
        return hasRules && defaults.list.isEmpty ? RuleScope(root: prepared) : nil
    }

    /// Checks the schema of `status` without its root, whose rules the server ignores.
    private func checkRoot(_ schema: SchemaNode, _ found: inout ViolationList) {
        // The fields before `Type` are checked first, and end the search.
        let hasReference = ["id", "$schema"].contains { !schema.text($0).isEmpty }
        if !hasReference, schema["$ref"] == nil, !schema.type.isEmpty, schema.type != "object" {
            found.invalid(
                "\(schema.path).type",
                at: schema.keyNode("type"),
                .string(schema.type),
                "only \"object\" is allowed as the type at the root of the schema if the status "
                    + "subresource is enabled"
            )
            return
        }
        let allowed = Set(Self.rootFields.map(\.keyword))
        guard schema.hasFields(besides: allowed) else { return }
        let names = Self.rootFields.map(\.name).joined(separator: " ")
        found.invalid(
            schema.path,
            at: schema.node,
            shown: InternalText().schema(schema.node),
            "only [\(names)] fields are allowed at the root of the schema if the status "
                + "subresource is enabled"
        )
    }

    /// Checks that pruning is enabled for defaults and conversion.
    mutating func checkPreservedDefaults(_ versions: VersionList) {
        let valueNode = keyNode("preserveUnknownFields", in: spec)
        if versions.schemas.contains(where: \.hasDefault) {
            let detail = "must be false in order to use defaults in the schema"
            list.invalid("spec.preserveUnknownFields", at: valueNode, true, detail)
        }
        guard let conversion = field("conversion"), conversion.text("strategy") != "None" else {
            return
        }
        list.invalid(
            "spec.conversion.strategy",
            at: self.keyNode("strategy", in: conversion),
            .string(conversion.text("strategy")),
            "must be None if spec.preserveUnknownFields is true"
        )
    }
}

extension SchemaNode {
    /// Whether the schema, or a schema in it, has a default.
    fileprivate var hasDefault: Bool {
        self["default"] != nil || children.contains(where: \.hasDefault)
            || listedItems.contains(where: \.hasDefault)
            || members("definitions").contains { $0.schema.hasDefault }
            || members("patternProperties").contains { $0.schema.hasDefault }
    }

    /// Whether the schema, or a schema in it, has CEL rules.
    fileprivate var hasRules: Bool {
        (self["x-kubernetes-validations"]?.count ?? 0) > 0 || children.contains(where: \.hasRules)
    }

    /// Whether any field of `JSONSchemaProps` is set (`reflect.DeepEqual` with its zero value),
    /// with some exceptions.
    fileprivate func hasFields(besides allowed: Set<String>) -> Bool {
        let own: Set = [
            "id", "$schema", "$ref", "definitions", "dependencies", "patternProperties",
            "additionalItems", "enum", "allOf", "anyOf", "oneOf", "properties", "items",
        ]
        let isSet = own.subtracting(allowed).contains { keyword in
            guard let value = self[keyword] else { return false }
            return keyword == "id" || keyword == "$schema" ? !value.string.isEmpty : true
        }
        // `additionalProperties: false` is set too, so nothing is nested here.
        return isSet || !isEmpty(besides: allowed.union(own), isNested: false)
    }
}

import CRDReports

/// A kind of change, which a file of levels can refer to.
package enum ChangeRule: String, CaseIterable, Sendable {
    case kindRemoved = "kind-removed"
    case kindAdded = "kind-added"
    case versionRemoved = "version-removed"
    case versionAdded = "version-added"
    case versionNotServed = "version-not-served"
    case versionServed = "version-served"
    case versionDeprecated = "version-deprecated"
    case versionNotDeprecated = "version-not-deprecated"
    case storageVersionChanged = "storage-version-changed"
    case conversionChanged = "conversion-strategy-changed"
    case reviewVersionsChanged = "conversion-review-versions-changed"
    case scopeChanged = "scope-changed"
    case pluralChanged = "plural-changed"
    case listKindChanged = "list-kind-changed"
    case singularChanged = "singular-changed"
    case shortNamesChanged = "short-names-changed"
    case categoriesChanged = "categories-changed"
    case statusAdded = "status-subresource-added"
    case statusRemoved = "status-subresource-removed"
    case scaleAdded = "scale-subresource-added"
    case scaleRemoved = "scale-subresource-removed"
    case scaleChanged = "scale-subresource-changed"
    case selectableFieldsRemoved = "selectable-fields-removed"
    case selectableFieldsAdded = "selectable-fields-added"

    case fieldRemoved = "field-removed"
    case fieldAdded = "field-added"
    case requiredFieldAdded = "required-field-added"
    case typeChanged = "type-changed"
    case fieldRequired = "field-required"
    case fieldOptional = "field-optional"
    case keyRequired = "key-required"
    case keyOptional = "key-optional"
    case nullAllowed = "null-allowed"
    case nullNotAllowed = "null-not-allowed"
    case defaultAdded = "default-added"
    case defaultChanged = "default-changed"
    case defaultRemoved = "default-removed"
    case valuesRemoved = "values-removed"
    case valuesAdded = "values-added"
    case valuesLimited = "values-limited"
    case valuesNotLimited = "values-not-limited"
    case unknownFieldsDropped = "unknown-fields-dropped"
    case unknownFieldsKept = "unknown-fields-kept"

    case minimum = "minimum-stricter"
    case maximum = "maximum-stricter"
    case multipleOf = "multiple-of-stricter"
    case minLength = "min-length-stricter"
    case maxLength = "max-length-stricter"
    case minItems = "min-items-stricter"
    case maxItems = "max-items-stricter"
    case minProperties = "min-properties-stricter"
    case maxProperties = "max-properties-stricter"
    case uniqueItems = "unique-items-stricter"
    case pattern = "pattern-stricter"
    case format = "format-stricter"
    case embeddedResource = "embedded-resource-stricter"
    case listType = "list-type-stricter"
    case mapTypeChanged = "map-type-changed"
    case constraintRelaxed = "constraint-relaxed"
    case conditionAdded = "condition-added"
    case conditionRemoved = "condition-removed"
    case ruleAdded = "cel-rule-added"
    case ruleRemoved = "cel-rule-removed"

    case typeRenamed = "swift-type-renamed"
    case typesShared = "swift-types-shared"
    case shortNameAdded = "swift-short-name-added"
    case shortNameChanged = "swift-short-name-changed"
    case propertyRenamed = "swift-property-renamed"
    case caseRenamed = "swift-case-renamed"
    case nullsDropped = "swift-nulls-dropped"
    case nullsKept = "swift-nulls-kept"
    case accessChanged = "swift-access-changed"
    case conformancesRemoved = "swift-conformances-removed"
    case conformancesAdded = "swift-conformances-added"

    /// The rule in reports.
    var findingRule: FindingRule {
        FindingRule(
            rawValue,
            title,
            "A change between two versions of a CRD. A line '\(rawValue): ignore' in the file of "
                + "'--rules', or under 'changeLevels' in 'crdgen.yaml', allows it."
        )
    }

    /// The words of the rule.
    private var title: String {
        // The rule is also for types that are no longer shared.
        if self == .typesShared { return "Sharing of Swift types changed" }
        let words = rawValue.replacing("-", with: " ").replacing("cel ", with: "CEL ")
            .replacing("swift ", with: "Swift ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

import CRDRuntime
import CRDValues
import CRDYAML

/// The versions of a CRD.
extension DefinitionCheck {
    mutating func checkVersions(_ versions: VersionList) {
        checkNamesAndStorage(versions)
        let status = Self.hasStatus(versions)
        let unchanged = versions.unchangedSchemas(since: old)
        for (index, version) in versions.versions.enumerated() {
            let path = "spec.versions[\(index)]"
            checkLabel(version.value("name") ?? version, named: version, at: "\(path).name")
            checkDeprecation(version, at: path)
            checkParts(
                path,
                PartNodes(
                    schema: versions.own(.schema, of: version),
                    subresources: versions.own(.subresources, of: version),
                    columns: versions.own(.columns, of: version),
                    selectableFields: versions.own(.selectableFields, of: version)
                ),
                schemaKey: "schema",
                hasStatus: status[version.text("name")] ?? false,
                isUnchanged: unchanged.contains(version.text("name"))
            )
            if versions.common(.schema)?.value("openAPIV3Schema") == nil,
                versions.own(.schema, of: version)?.value("openAPIV3Schema") == nil
            {
                list.required(
                    "\(path).schema.openAPIV3Schema",
                    at: version.value("schema") ?? version
                )
            }
        }
        checkParts(
            "spec",
            PartNodes(
                schema: versions.common(.schema),
                subresources: versions.common(.subresources),
                columns: versions.common(.columns),
                selectableFields: versions.common(.selectableFields)
            ),
            schemaKey: "validation",
            hasStatus: versions.versions.contains(where: Self.hasStatus),
            // The name of the first version is also the version of the whole CRD.
            isUnchanged: unchanged.contains(versions.versions.first?.text("name") ?? "")
        )
    }

    /// Checks the parts of a version, or those that all versions share.
    private struct PartNodes {
        let schema: Node?
        let subresources: Node?
        let columns: Node?
        let selectableFields: Node?
    }

    private mutating func checkParts(
        _ path: String,
        _ parts: PartNodes,
        schemaKey: String,
        hasStatus: Bool,
        isUnchanged: Bool
    ) {
        let schema = parts.schema?.value("openAPIV3Schema").map {
            SchemaNode($0, path: "\(path).\(schemaKey).openAPIV3Schema")
        }
        if let schema, checksSchemas {
            checkSchema(schema, hasStatus: hasStatus, isUnchanged: isUnchanged)
        }
        if let scale = parts.subresources?.value("scale") {
            checkScale(scale, at: "\(path).subresources.scale")
        }
        if let columns = parts.columns {
            for (index, column) in columns.items.enumerated() {
                checkColumn(column, at: "\(path).additionalPrinterColumns[\(index)]")
            }
        }
        guard let fields = parts.selectableFields, fields.count > 0 else { return }
        let fieldsPath = "\(path).selectableFields"
        if let schema {
            checkSelectableFields(fields, at: fieldsPath, schema)
        } else {
            let detail =
                path == "spec"
                ? "may only be set when validations.schema is included"
                : "may only be set when `version.schema.openAPIV3Schema` is not included"
            list.invalid(fieldsPath, at: fields, "", detail)
        }
    }

    /// The name of each version → whether it has the status subresource.
    private static func hasStatus(_ versions: VersionList) -> [String: Bool] {
        // Of versions with the same name, the server uses the first.
        Dictionary(
            versions.versions.map { ($0.text("name"), hasStatus($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func hasStatus(_ version: Node) -> Bool {
        version.value("subresources")?.value("status") != nil
    }

    // MARK: - Names and storage

    private mutating func checkLabel(_ node: Node, named version: Node, at path: String) {
        let name = version.text("name")
        let details = NameSyntax.label1035Errors(name)
        guard !details.isEmpty else { return }
        let detail = details.joined(separator: ",")
        list.invalid(path, at: node, .string(name), detail)
        // The name of the first version is also the version of the whole CRD.
        if path == "spec.versions[0].name", !name.isEmpty {
            list.invalid("spec.version", at: node, .string(name), detail)
        }
    }

    private mutating func checkNamesAndStorage(_ versions: VersionList) {
        let valueNode = keyNode("versions", in: spec)
        let names = versions.versions.map { $0.text("name") }
        if Set(names).count < names.count {
            let detail = "must contain unique version names"
            list.invalid("spec.versions", at: valueNode, shown: versions.text, detail)
        }
        if versions.stored.count != 1 {
            let detail = "must have exactly one version marked as storage version"
            list.invalid("spec.versions", at: valueNode, shown: versions.text, detail)
        }
        checkStoredVersions(versions)
    }

    private mutating func checkDeprecation(_ version: Node, at path: String) {
        guard let warning = version.value("deprecationWarning") else { return }
        let text = warning.string
        var details: [String] = []
        if version.value("deprecated")?.isTrue != true {
            details.append("can only be set for deprecated versions")
        } else {
            if text.utf8.count > 256 { details.append("must be <= 256 characters long") }
            if text.isEmpty { details.append("must not be an empty string") }
            var offset = 0
            for scalar in text.unicodeScalars {
                if !GoText.isPrintable(scalar) {
                    details.append(
                        "must only contain printable UTF-8 characters; non-printable character "
                            + "found at index \(offset)"
                    )
                    break
                }
                offset += scalar.utf8.count
            }
        }
        for detail in details {
            list.invalid("\(path).deprecationWarning", at: warning, .string(text), detail)
        }
    }
}

/// What the API server asks of metadata, in its own words (`ValidateObjectMeta`, apimachinery
/// v0.35).
enum MetadataRules {
    /// The most bytes that keys and values of annotations have together.
    private static let mostAnnotationBytes = 262_144

    /// Everything that the API server would refuse.
    ///
    /// - Parameters:
    ///   - metadata: The metadata of an object.
    ///   - scope: Whether the kind has namespaces; `nil` where that is not known.
    /// - Returns: The violations in the order of the server, those of maps by key.
    static func violations(
        of metadata: ObjectMeta,
        scope: ResourceDefinition.Scope?
    ) -> [Violation] {
        var rules = Found()
        rules.checkNames(metadata)
        rules.checkNamespace(metadata.namespace, scope)
        if let generation = metadata.generation, generation < 0 {
            rules.add(
                "generation",
                "Invalid value: \(generation): must be greater than or equal to 0"
            )
        }
        rules.checkLabels(metadata.labels ?? [:])
        rules.checkAnnotations(metadata.annotations ?? [:])
        rules.checkOwners(metadata.owner_references ?? [])
        rules.checkFinalizers(metadata.finalizers ?? [])
        return rules.violations
    }

    /// Violations as they are found.
    fileprivate struct Found {
        var violations: [Violation] = []

        mutating func add(_ field: String, _ message: String) {
            violations.append(Violation(path: "metadata.\(field)", message: message))
        }

        mutating func addInvalid(_ field: String, _ value: String, _ messages: [String]) {
            for message in messages {
                add(field, "Invalid value: \(value.quotedAsGo): \(message)")
            }
        }
    }
}

extension MetadataRules.Found {
    mutating func checkNames(_ metadata: ObjectMeta) {
        if let beginning = metadata.generate_name, !beginning.isEmpty {
            // What the server appends begins with a letter or digit, so a dash may end this.
            var name = beginning
            if name.utf8.count > 1, name.utf8.last == UInt8(ascii: "-") {
                name = String(name.dropLast(2)) + "a"
            }
            addInvalid("generateName", beginning, NameSyntax.subdomainFaults(name))
        }
        if metadata.isNameless {
            add("name", "Required value: \(ObjectMeta.namelessMessage)")
        } else if !metadata.name.isEmpty {
            addInvalid("name", metadata.name, NameSyntax.subdomainFaults(metadata.name))
        }
    }

    mutating func checkNamespace(_ namespace: String?, _ scope: ResourceDefinition.Scope?) {
        guard let namespace, !namespace.isEmpty else { return }
        if scope == .cluster {
            add("namespace", "Forbidden: not allowed on this type")
        } else {
            addInvalid("namespace", namespace, NameSyntax.labelFaults(namespace))
        }
    }

    mutating func checkLabels(_ labels: [String: String]) {
        for (key, value) in labels.sortedByKey {
            addInvalid("labels", key, NameSyntax.keyFaults(key))
            addInvalid("labels", value, NameSyntax.labelValueFaults(value))
        }
    }

    mutating func checkAnnotations(_ annotations: [String: String]) {
        var size = 0
        for (key, value) in annotations.sortedByKey {
            // Capitals are allowed in the prefix of an annotation.
            addInvalid("annotations", key, NameSyntax.keyFaults(key.lowercased()))
            size += key.utf8.count + value.utf8.count
        }
        if size > MetadataRules.mostAnnotationBytes {
            add(
                "annotations",
                "Too long: may not be more than \(MetadataRules.mostAnnotationBytes) bytes"
            )
        }
    }

    mutating func checkOwners(_ owners: [OwnerReference]) {
        for owner in owners {
            let required = [
                ("apiVersion", owner.api_version, "version must not be empty"),
                ("kind", owner.kind, "must not be empty"),
                ("name", owner.name, "must not be empty"),
                ("uid", owner.uid, "must not be empty"),
            ]
            for (field, value, message) in required where value.isEmpty {
                addInvalid("ownerReferences.\(field)", value, [message])
            }
        }
        let controllers = owners.filter { $0.controller == true }
        guard let last = controllers.last, controllers.count > 1 else { return }
        let names = "\(controllers[0].kind)/\(controllers[0].name) and \(last.kind)/\(last.name)"
        add(
            "ownerReferences",
            "Invalid value: Only one reference can have Controller set to true. "
                + "Found \"true\" in references for \(names)"
        )
    }

    mutating func checkFinalizers(_ finalizers: [String]) {
        for finalizer in finalizers {
            addInvalid("finalizers", finalizer, NameSyntax.keyFaults(finalizer))
        }
        if finalizers.contains("orphan"), finalizers.contains("foregroundDeletion") {
            let list = finalizers.map(\.quotedAsGo).joined(separator: ",")
            add(
                "finalizers",
                "Invalid value: [\(list)]: "
                    + "finalizer orphan and foregroundDeletion cannot be both set"
            )
        }
    }
}

extension String {
    /// The text in double quotes, as the API server shows it in messages.
    var quotedAsGo: String {
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

import KubernetesCEL

extension DeclaredType {
    /// The type of the same values where expressions see objects as maps, as policies do: names of
    /// fields are not escaped, and objects have the operators of maps and are equal to objects of
    /// other types.
    var ofMaps: DeclaredType {
        switch kind {
        case .list(let element): DeclaredType(.list(element.ofMaps))
        case .map(let key, let value): DeclaredType(.map(key: key, value: value.ofMaps))
        case .object(let object):
            DeclaredType(
                .object(
                    ObjectType(
                        name: object.name,
                        fields: object.fields.map { field in
                            let name = field.property
                            return .init(name: name, property: name, type: field.type.ofMaps)
                        },
                        isAnyValue: true
                    )
                )
            )
        default: self
        }
    }
}

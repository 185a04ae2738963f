/// Whether two objects have the same type and equal fields.
public func == (left: any KubernetesObject, right: any KubernetesObject) -> Bool {
    func isEqual<Object: KubernetesObject>(_ left: Object) -> Bool { right as? Object == left }
    return isEqual(left)
}

/// Whether two objects have different types or different fields.
public func != (left: any KubernetesObject, right: any KubernetesObject) -> Bool {
    !(left == right)
}

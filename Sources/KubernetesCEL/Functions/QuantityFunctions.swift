import KubernetesUnits

/// Functions on quantities (k8s.io/apiserver v0.35, pkg/cel/library/quantity.go).
extension Function {
    static var quantities: [Function] {
        [
            Function(
                "quantity",
                cost: .parse,
                [
                    .global("string_to_quantity", [.string], .quantity) { text in
                        guard case .string(let text) = text else { return .noSuchOverload }
                        return quantity(text)
                    }
                ]
            ),
            Function(
                "isQuantity",
                cost: .parse,
                [
                    .global("is_quantity_string", [.string], .bool) { text in
                        guard case .string(let text) = text else { return .noSuchOverload }
                        return .bool(!quantity(text).isError)
                    }
                ]
            ),
        ] + quantityParts
    }

    private static var quantityParts: [Function] {
        [
            Function(
                "sign",
                cost: .one,
                [
                    .global("quantity_sign", [.quantity], .int) { quantity in
                        guard case .quantity(let quantity) = quantity else {
                            return .noSuchOverload
                        }
                        return .int(quantity.sign)
                    }
                ]
            ),
            Function(
                "isInteger",
                cost: .one,
                [
                    property("quantity_is_integer", .bool) { .bool($0.integer != nil) }
                ]
            ),
            Function(
                "asInteger",
                cost: .one,
                [
                    property("quantity_get_int", .int) { quantity in
                        quantity.integer.map { .int($0) }
                            ?? .error("cannot convert value to integer")
                    }
                ]
            ),
            Function(
                "asApproximateFloat",
                cost: .one,
                [
                    property("quantity_get_float", .double) { .double($0.approximateNumber) }
                ]
            ),
            Function("add", cost: .one, sums("quantity_add") { $0.adding($1) }),
            Function("sub", cost: .one, sums("quantity_sub") { $0.subtracting($1) }),
            Function(
                "isLessThan",
                cost: .one,
                [
                    comparison("quantity_is_less_than", .bool) { .bool($0 < 0) }
                ]
            ),
            Function(
                "isGreaterThan",
                cost: .one,
                [
                    comparison("quantity_is_greater_than", .bool) { .bool($0 > 0) }
                ]
            ),
            Function(
                "compareTo",
                cost: .one,
                [
                    comparison("quantity_compare_to", .int) { .int($0) }
                ]
            ),
        ]
    }

    private static func quantity(_ text: String) -> Value {
        do throws(Quantity.Failure) {
            return .quantity(try Quantity(parsing: text))
        } catch {
            return .error(error.message)
        }
    }

    private static func property(
        _ id: String,
        _ result: Signature,
        _ value: @escaping @Sendable (Quantity) -> Value
    ) -> Overload {
        .member(id, [.quantity], result) { quantity in
            guard case .quantity(let quantity) = quantity else { return .noSuchOverload }
            return value(quantity)
        }
    }

    private static func comparison(
        _ id: String,
        _ result: Signature,
        _ value: @escaping @Sendable (Int64) -> Value
    ) -> Overload {
        .member(id, [.quantity, .quantity], result) { first, second in
            guard case .quantity(let first) = first, case .quantity(let second) = second else {
                return .noSuchOverload
            }
            return value(first.compared(to: second))
        }
    }

    /// Returns the overloads for a quantity and for an integer on the right.
    private static func sums(
        _ id: String,
        _ sum: @escaping @Sendable (Quantity, Quantity) -> Quantity?
    ) -> [Overload] {
        @Sendable func result(_ first: Quantity, _ second: Quantity) -> Value {
            sum(first, second).map { .quantity($0) }
                ?? .error("quantity with too many digits")
        }
        return [
            .member(id, [.quantity, .quantity], .quantity) { first, second in
                guard case .quantity(let first) = first, case .quantity(let second) = second else {
                    return .noSuchOverload
                }
                return result(first, second)
            },
            .member(id + "_int", [.quantity, .int], .quantity) { quantity, number in
                guard case .quantity(let quantity) = quantity, case .int(let number) = number else {
                    return .noSuchOverload
                }
                return result(quantity, Quantity(exponentForm: number))
            },
        ]
    }
}

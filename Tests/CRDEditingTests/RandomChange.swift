import CRDEditing
import TestSupport

/// Changes values at random places.
struct RandomChange {
    var generator: SeededGenerator

    /// Changes a value at some places.
    mutating func change(_ value: inout JSONValue, depth: Int = 0) {
        switch value {
        case .object(var object):
            if object.isEmpty || chance(6) { object["added\(pick(9))"] = newValue(depth) }
            if depth > 0, object.count > 1, chance(6) { object[random(object.keys)] = nil }
            if !object.isEmpty {
                let key = random(object.keys)
                var member = object[key] ?? .null
                change(&member, depth: depth + 1)
                object[key] = member
            }
            value = .object(object)
        case .array(var elements):
            if !elements.isEmpty, chance(3) { elements.remove(at: pick(elements.count)) }
            if elements.isEmpty || chance(3) {
                elements.insert(newValue(depth), at: pick(elements.count + 1))
            }
            let position = pick(elements.count)
            change(&elements[position], depth: depth + 1)
            value = .array(elements)
        case .null, .boolean, .number, .string:
            value = newValue(depth)
        }
        if depth > 0, chance(20) { value = newValue(depth) }
    }

    /// Returns a value of any kind.
    mutating func newValue(_ depth: Int = 0) -> JSONValue {
        switch pick(depth > 4 ? 7 : 10) {
        case 0: return .null
        case 1: return .boolean(chance(2))
        case 2: return .number(JSONNumber(pick(2000) - 1000))
        case 3: return .string("first # line\n  second: line\n")
        case 4: return .string("no\nend")
        case 5:
            return .string(random(["", "yes", "1", "a: b", "x, [y]", "\u{1F600}é", "- a", " b "]))
        case 6: return .string("word")
        case 7: return .array((0..<pick(3)).map { _ in newValue(depth + 1) })
        default:
            var object = JSONObject()
            for number in 0..<pick(3) { object["k\(number)"] = newValue(depth + 1) }
            return .object(object)
        }
    }

    mutating func chance(_ count: Int) -> Bool { pick(count) == 0 }

    mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<max(count, 1), using: &generator) }

    mutating func random<Element>(_ elements: [Element]) -> Element {
        elements[pick(elements.count)]
    }
}

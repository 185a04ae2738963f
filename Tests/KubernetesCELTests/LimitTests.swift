import KubernetesCEL
import Testing

struct LimitTests {
    private func error(_ text: String) -> String? {
        do {
            _ = try Environment().compile(text)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `nesting is limited to 250 levels`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
        }
        #expect(error(nested(249)) == nil)
        #expect(
            error(nested(250))
                == "ERROR: <input>:-1:0: expression recursion limit exceeded: 250"
        )
    }

    @Test func `a long chain is too deep`() {
        let sum = { (count: Int) in (0..<count).map { _ in "1" }.joined(separator: "+") }
        #expect(error(sum(251)) == nil)
        #expect(error(sum(252)) == "ERROR: <input>:-1:0: max recursion depth exceeded")
    }

    @Test func `the cost limit stops an evaluation`() throws {
        let text = "lists.range(1000).all(x, lists.range(1000).all(y, x + y >= 0))"
        let result = try Environment().compile(text).program().evaluate(costLimit: 10_000)
        #expect(result.exceedsCostLimit)
        guard case .error(let message) = result.value else {
            Issue.record("no error")
            return
        }
        #expect(message == "operation cancelled: actual cost limit exceeded")
        #expect(result.cost > 10_000 && result.cost < 20_000)
    }

    @Test(arguments: [
        "lists.range(4000000000).distinct()",
        "lists.range(4000000000).sort()",
        "lists.range(9223372036854775807).reverse()",
        "sets.contains(lists.range(4000000000), lists.range(4000000000))",
    ])
    func `a call that exceeds the limit is not executed`(_ text: String) throws {
        let result = try Environment().compile(text).program().evaluate()
        #expect(result.exceedsCostLimit)
    }

    @Test func `optional chains that double at each step are compiled once`() throws {
        let text = "optional.of(1)" + String(repeating: ".optMap(x, x)", count: 60)
        let result = try Environment().compile(text).program().evaluate(costLimit: 100_000)
        #expect(result.exceedsCostLimit)
    }

    @Test func `a type that doubles at each step ends`() {
        let text =
            "[1].all(a0, "
            + (1...60).map { "[{a\($0 - 1): a\($0 - 1)}].all(a\($0), " }.joined() + "true"
            + String(repeating: ")", count: 61)
        #expect(error(text) == nil)
    }
}

// Whether any text makes the expression language crash, hang, or grow.
//
//     swift run expression-fuzz --seconds 30
//     swift run expression-fuzz --seed SEED --input NUMBER    one input again
//
// Compiles random changes of real expressions, deep and long shapes, and random tokens, and
// evaluates what compiles with the server's cost limit. Ends with code 1 if an input takes too long;
// a crash ends the process after the number of the input was printed.
import ArgumentParser
import Foundation
import KubernetesCEL

@main
struct ExpressionFuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expression-fuzz",
        abstract: "Check that no text makes the expression language crash, hang, or grow."
    )

    @Option(help: "For how long to try random texts.")
    var seconds = 30.0

    @Option(help: "What all random texts come from; a new one by default.")
    var seed = UInt64.random(in: 0 ... .max)

    @Option(help: "The number of the only text to try.")
    var input: Int?

    @Option(help: "The milliseconds that one text may take.")
    var limit = 5000.0

    func run() throws {
        print("seed \(seed)")
        if let input {
            let text = text(input)
            print(text)
            return try check(input, text)
        }
        let end = Date().addingTimeInterval(seconds)
        var number = 0
        while Date() < end {
            let text = text(number)
            FileHandle.standardError.write(Data("\r\(number)".utf8))
            try check(number, text)
            number += 1
        }
        print("\n\(number) texts")
    }

    private func text(_ number: Int) -> String {
        var generator = RandomText(seed: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
        return generator.text()
    }

    private func check(_ number: Int, _ text: String) throws {
        let start = Date()
        evaluate(text)
        let milliseconds = Date().timeIntervalSince(start) * 1000
        guard milliseconds > limit else { return }
        print("\ninput \(number) takes \(Int(milliseconds)) ms: \(text.prefix(500))")
        throw ExitCode.failure
    }

    private func evaluate(_ text: String) {
        let declared = DeclaredType(.list(DeclaredType(.int)), maximumElements: 10)
        let environment = Environment(
            variables: [.init("l", declared), .init("d", DeclaredType(.dyn))]
        )
        do {
            let checked = try environment.compile(text)
            _ = checked.estimatedCost
            let list = Value.list((0..<10).map { .int($0) })
            let result = try checked.program().evaluate(
                Variables(list, .string("é😀")),
                costLimit: 1_000_000
            )
            _ = "\(result.value)".utf8.count
        } catch {
            _ = "\(error)".utf8.count
        }
    }
}

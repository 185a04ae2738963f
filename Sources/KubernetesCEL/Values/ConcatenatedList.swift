/// The elements of two lists, without copying them: joining lists costs 1 however long they are.
final class ConcatenatedList: LazyList {
    private let first: List
    private let second: List
    private let firstCount: Int
    let count: Int

    init(_ first: List, _ second: List) {
        self.first = first
        self.second = second
        firstCount = first.count
        count = firstCount + second.count
    }

    var isStrict: Bool { first.isStrict }

    func element(at index: Int) -> Value {
        index < firstCount ? first[index] : second[index - firstCount]
    }
}

import CRDRuntime
import KubernetesAPI
import TestResources
import Testing

struct WatcherTests {
    private var watcher = Watcher(ResourceAPI<Widget>(), labelSelector: "a=b", pageSize: 2)
    private let path = "/apis/recorded.example.com/v1/widgets"

    private func list(
        _ names: [String],
        version: String = "10",
        token: String = "",
        resourceVersion: String = "1"
    ) throws -> ResourceList<Widget> {
        let items = names.map {
            #"{"metadata":{"name":"\#($0)","uid":"\#($0)","resourceVersion":"\#(resourceVersion)"}}"#
        }
        let metadata = #"{"resourceVersion":"\#(version)","continue":"\#(token)"}"#
        let body = #"{"metadata":\#(metadata),"items":[\#(items.joined(separator: ","))]}"#
        return try ResourceAPI<Widget>().list().answer(status: 200, body: body.utf8)
    }

    private func event(_ type: String, _ name: String, version: String) throws -> WatchEvent<Widget>
    {
        let metadata = #"{"name":"\#(name)","uid":"\#(name)","resourceVersion":"\#(version)"}"#
        let head = #""apiVersion":"recorded.example.com/v1","kind":"Widget""#
        let line = #"{"type":"\#(type)","object":{\#(head),"metadata":\#(metadata)}}"#
        var decoder = WatchDecoder<Widget>()
        var bytes = Array((line + "\n").utf8)[...]
        return try #require(try decoder.next(from: &bytes))
    }

    private func error(_ status: Int) throws -> APIError {
        try #require(throws: APIError.self) {
            try ResourceAPI<Widget>().list().answer(status: status, body: [])
        }
    }

    private func expect(_ watcher: Watcher<Widget>, _ kind: String, _ query: String) throws {
        switch try watcher.nextRequest() {
        case .list(let request):
            #expect(kind == "list")
            #expect(request.path == "\(path)?\(query)")
        case .watch(let request):
            #expect(kind == "watch")
            #expect(request.path == "\(path)?watch=true&\(query)&allowWatchBookmarks=true")
        }
    }

    @Test func `it lists in pages, watches, and continues after each event`() throws {
        var watcher = watcher
        try expect(watcher, "list", "limit=2&labelSelector=a%3Db")
        #expect(watcher.receive(try list(["a", "b"], token: "t")) == nil)
        try expect(watcher, "list", "limit=2&continue=t&labelSelector=a%3Db")
        guard case .replaced(let all)? = watcher.receive(try list(["c"])) else {
            Issue.record("no list")
            return
        }
        #expect(all.map(\.metadata.name) == ["a", "b", "c"])
        try expect(watcher, "watch", "labelSelector=a%3Db&resourceVersion=10")
        guard case .added(let added)? = watcher.receive(try event("ADDED", "d", version: "11"))
        else {
            Issue.record("not added")
            return
        }
        #expect(added.metadata.name == "d")
        try expect(watcher, "watch", "labelSelector=a%3Db&resourceVersion=11")
        #expect(watcher.receive(try event("BOOKMARK", "", version: "12")) == nil)
        try expect(watcher, "watch", "labelSelector=a%3Db&resourceVersion=12")
    }

    @Test func `an error does not change the next request, unless it is expired`() throws {
        var watcher = watcher
        _ = watcher.receive(try list([]))
        #expect(try !watcher.recover(from: error(503)))
        try expect(watcher, "watch", "labelSelector=a%3Db&resourceVersion=10")
        #expect(try watcher.recover(from: error(410)))
        try expect(watcher, "list", "limit=2&labelSelector=a%3Db")
    }

    @Test func `versions that expire without an event between them need a pause`() throws {
        var watcher = watcher
        for isFirst in [true, false, false] {
            _ = watcher.receive(try list([]))
            #expect(try watcher.recover(from: error(410)) == isFirst)
        }
        _ = watcher.receive(try list([]))
        _ = watcher.receive(try event("ADDED", "a", version: "11"))
        #expect(try watcher.recover(from: error(410)))
    }

    @Test func `a list whose token has expired is listed at once`() throws {
        var watcher = watcher
        _ = watcher.receive(try list(["a", "b"], token: "t"))
        #expect(try watcher.recover(from: error(410)))
        try expect(watcher, "list", "labelSelector=a%3Db")
        #expect(try !watcher.recover(from: error(410)), "not in a loop without a pause")
        guard case .replaced(let all)? = watcher.receive(try list(["a"])) else {
            Issue.record("no list")
            return
        }
        #expect(all.count == 1, "the items of the expired list are dropped")
        _ = try watcher.recover(from: error(410))
        try expect(watcher, "list", "limit=2&labelSelector=a%3Db")
    }

    @Test func `a store has the latest resources and the differences`() throws {
        var watcher = watcher
        var store = ResourceStore<Widget>()
        func differences(_ change: Watcher<Widget>.Change?) throws -> [String] {
            store.apply(try #require(change)).map {
                let version = { (widget: Widget?) in widget?.metadata.resource_version ?? "-" }
                let name = ($0.new ?? $0.old)?.metadata.name ?? "?"
                return "\(name) \(version($0.old)) \(version($0.new))"
            }
        }
        #expect(
            try differences(watcher.receive(list(["b", "a", "c"]))) == ["b - 1", "a - 1", "c - 1"]
        )
        #expect(
            try differences(watcher.receive(event("MODIFIED", "a", version: "11"))) == ["a 1 11"]
        )
        #expect(try differences(watcher.receive(event("MODIFIED", "a", version: "11"))) == [])
        #expect(try differences(watcher.receive(event("DELETED", "b", version: "12"))) == ["b 1 -"])
        #expect(store["a"]?.metadata.resource_version == "11")
        #expect(store["b"] == nil && store.resources.count == 2)
        _ = try watcher.recover(from: error(410))
        // 'c' was deleted and 'd' created in the meantime.
        let again = try list(["a", "d"], resourceVersion: "11")
        #expect(try differences(watcher.receive(again)) == ["c 1 -", "d - 11"])
        #expect(store.resources.keys.sorted().map(\.name) == ["a", "d"])
    }
}

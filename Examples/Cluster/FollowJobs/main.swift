// Prints each change of the training jobs in a namespace, until it is stopped.
//
//     kubectl config view --raw --minify --flatten -o json > config.json
//     FollowJobs config.json ml

import AsyncHTTPClient
import AsyncHTTPClientAdapter
import Foundation
import Kubeconfig
import KubernetesAPI
import SageMaker

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let file = arguments.first, let namespace = arguments.last else {
    print("usage: FollowJobs CONFIG.json NAMESPACE")
    exit(2)
}
let kubeconfig = try Kubeconfig(json: Data(contentsOf: URL(filePath: file)))
let cluster = Cluster(
    client: try HTTPClient(kubeconfig),
    url: kubeconfig.server,
    token: kubeconfig.token
)

var watcher = Watcher(ResourceAPI<TrainingJob>(namespace: namespace))
var store = ResourceStore<TrainingJob>()
var pause = 1.0

/// Prints the differences that a change makes.
@MainActor func show(_ change: Watcher<TrainingJob>.Change?) {
    pause = 1
    for difference in change.map({ store.apply($0) }) ?? [] {
        let name = (difference.new ?? difference.old)?.metadata.name ?? "?"
        let status = difference.new.map { $0.status?.training_job_status ?? "no status" }
        print("\(name): \(status ?? "deleted")")
    }
}

while true {
    do {
        switch try watcher.nextRequest() {
        case .list(let request):
            show(watcher.receive(try await cluster.send(request)))
        case .watch(let request):
            for try await event in try await cluster.events(request) {
                show(watcher.receive(event))
            }
            // A server that is shutting down ends watches at once.
            try await Task.sleep(for: .seconds(1))
        }
    } catch let error as APIError where watcher.recover(from: error) {
        continue
    } catch {
        print("\(error), trying again in \(Int(pause)) s")
        try await Task.sleep(for: .seconds(pause))
        pause = min(pause * 2, 60)
    }
}

// Creates a resource and passes it to the client, in the same way as a resource of Kubernetes itself.

import CRDRuntime
import SwiftkubeClient
import SwiftkubeModel

let worker = Worker(
    metadata: .init(name: "thumbnails", namespace: "shop", labels: ["team": "web"]),
    spec: .init(
        queueURL: "https://queue.example.com/thumbnails",
        replicas: 3,
        selector: .init(matchLabels: ["app": "thumbnails"]),
        template: .init(
            metadata: .init(labels: ["app": "thumbnails"]),
            spec: .init(containers: [.init(image: "example.com/worker:1", name: "worker")])
        )
    )
)

guard let client = KubernetesClient() else { fatalError("no configuration was found") }
let definition = Worker.definition
// 'client.namespaceScoped(for:)' and 'client.for(_:)' only know the kinds of Kubernetes itself.
let workers = client.for(
    Worker.self,
    gvr: GroupVersionResource(
        group: definition.group,
        version: definition.version,
        resource: definition.names.plural
    )
)
var created = try await workers.create(in: .namespace("shop"), worker)
print(created == worker ? "# created: equal" : "# created: different")
created.spec?.replicas = 5
_ = try await workers.update(in: .namespace("shop"), created)

/// Returns a line about a resource, using only the protocols of swiftkube.
func summary(_ resource: some KubernetesAPIResource) -> String {
    "\(resource.apiVersion) \(resource.kind) \(resource.name ?? "?")"
}
print("# " + summary(worker))
let list = Worker.List(metadata: .init(resourceVersion: "1"), items: [worker])
print("# \(list.kind) \(list.metadata?.resourceVersion ?? "?")")

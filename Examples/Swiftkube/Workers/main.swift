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
            spec: .init(containers: [.init(name: "worker", image: "example.com/worker:1")])
        )
    )
)

let definition = Worker.definition
let workers = KubernetesClient().for(
    Worker.self,
    gvr: GroupVersionResource(
        group: definition.group,
        version: definition.version,
        resource: definition.names.plural
    )
)
var created = try workers.create(in: .namespace("shop"), worker)
print(created == worker ? "# created: equal" : "# created: different")
created.spec?.replicas = 5
_ = try workers.update(in: .namespace("shop"), created)

/// Returns a line about a resource, using only the protocols of swiftkube.
func summary(_ resource: some KubernetesAPIResource) -> String {
    "\(resource.apiVersion) \(resource.kind) \(resource.name ?? "?")"
}
print("# " + summary(worker))
print("# \(Worker.List(items: [worker]).kind)")

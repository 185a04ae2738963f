/// The structs of the Kubernetes API `v1` that schemas of CRDs contain.
///
/// A schema by controller-gen that has all properties of such a struct, with the same types, is that
/// of the struct. Each struct has one shape here, that of Kubernetes 1.34, so that a name has one
/// meaning. Structs that say little, such as a name with a value, are only parts of others.
enum CoreTypes {
    /// Finds the known structs among the shapes of a table.
    ///
    /// - Returns: The names in the Kubernetes API, with the numbers of their shapes.
    static func names(in shapes: inout ShapeTable) -> [(name: String, shape: ShapeTable.ID)] {
        var types: [String: ShapeTable.ID] = [
            "string": shapes.intern(.string), "bool": shapes.intern(.boolean),
            "int": shapes.intern(.integer), "int32": shapes.intern(.integer32),
            "quantity": shapes.intern(.intOrString),
        ]
        var names: [(name: String, shape: ShapeTable.ID)] = []
        for line in table.split(separator: "\n") {
            let isPart = line.hasPrefix("part ")
            let words = line.dropFirst(isPart ? "part ".utf8.count : 0).split(separator: ":")
            let fields = words[1].split(separator: ",").map { field(String($0), types, &shapes) }
            let object = ShapeTable.Shape.object(fields.sortedByKey, keepsUnknownFields: false)
            let shape = shapes.intern(shapes.wellKnown.type(of: object) ?? object)
            let name = String(words[0])
            types[name] = shape
            if !isPart { names.append((name, shape)) }
        }
        return names
    }

    /// Reads a property: `key! [type]`.
    private static func field(
        _ text: String,
        _ types: [String: ShapeTable.ID],
        _ shapes: inout ShapeTable
    ) -> ShapeTable.Field {
        let words = text.split(separator: " ")
        let isRequired = words[0].hasSuffix("!")
        let name = String(words[1].filter { !"[]{}".contains($0) })
        guard var shape = types[name] else {
            preconditionFailure("the type '\(name)' is used before its line")
        }
        if words[1].hasPrefix("[") { shape = shapes.intern(.list(shape)) }
        if words[1].hasPrefix("{") { shape = shapes.intern(.map(shape)) }
        return ShapeTable.Field(
            key: String(isRequired ? words[0].dropLast() : words[0]),
            shape: shape,
            isRequired: isRequired,
            isNullable: false
        )
    }
}

extension CoreTypes {
    /// The structs, each after those that it contains: `!` is after required properties, `[…]`
    /// around the elements of a list, `{…}` around those of a map.
    private static let table = """
        part LabelSelectorRequirement:key! string,operator! string,values [string]
        part LabelSelector:matchExpressions [LabelSelectorRequirement],matchLabels {string}
        part NodeSelectorRequirement:key! string,operator! string,values [string]
        NodeSelectorTerm:matchExpressions [NodeSelectorRequirement],\
        matchFields [NodeSelectorRequirement]
        part NodeSelector:nodeSelectorTerms! [NodeSelectorTerm]
        PreferredSchedulingTerm:preference! NodeSelectorTerm,weight! int32
        NodeAffinity:preferredDuringSchedulingIgnoredDuringExecution [PreferredSchedulingTerm],\
        requiredDuringSchedulingIgnoredDuringExecution NodeSelector
        PodAffinityTerm:labelSelector LabelSelector,matchLabelKeys [string],\
        mismatchLabelKeys [string],namespaceSelector LabelSelector,namespaces [string],\
        topologyKey! string
        WeightedPodAffinityTerm:podAffinityTerm! PodAffinityTerm,weight! int32
        PodAffinity:preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm],\
        requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]
        PodAntiAffinity:preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm],\
        requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]
        Affinity:nodeAffinity NodeAffinity,podAffinity PodAffinity,podAntiAffinity PodAntiAffinity
        Toleration:effect string,key string,operator string,tolerationSeconds int,value string
        TopologySpreadConstraint:labelSelector LabelSelector,matchLabelKeys [string],\
        maxSkew! int32,minDomains int32,nodeAffinityPolicy string,nodeTaintsPolicy string,\
        topologyKey! string,whenUnsatisfiable! string
        part Profile:localhostProfile string,type! string
        SELinuxOptions:level string,role string,type string,user string
        WindowsSecurityContextOptions:gmsaCredentialSpec string,gmsaCredentialSpecName string,\
        hostProcess bool,runAsUserName string
        part Capabilities:add [string],drop [string]
        part NameAndValue:name! string,value! string
        SecurityContext:allowPrivilegeEscalation bool,appArmorProfile Profile,\
        capabilities Capabilities,privileged bool,procMount string,readOnlyRootFilesystem bool,\
        runAsGroup int,runAsNonRoot bool,runAsUser int,seLinuxOptions SELinuxOptions,\
        seccompProfile Profile,windowsOptions WindowsSecurityContextOptions
        PodSecurityContext:appArmorProfile Profile,fsGroup int,fsGroupChangePolicy string,\
        runAsGroup int,runAsNonRoot bool,runAsUser int,seLinuxChangePolicy string,\
        seLinuxOptions SELinuxOptions,seccompProfile Profile,supplementalGroups [int],\
        supplementalGroupsPolicy string,sysctls [NameAndValue],\
        windowsOptions WindowsSecurityContextOptions
        part KeySelector:key! string,name string,optional bool
        part FileKeySelector:key! string,optional bool,path! string,volumeName! string
        part ObjectFieldSelector:apiVersion string,fieldPath! string
        ResourceFieldSelector:containerName string,divisor quantity,resource! string
        EnvVarSource:configMapKeyRef KeySelector,fieldRef ObjectFieldSelector,\
        fileKeyRef FileKeySelector,resourceFieldRef ResourceFieldSelector,secretKeyRef KeySelector
        EnvVar:name! string,value string,valueFrom EnvVarSource
        part OptionalReference:name string,optional bool
        EnvFromSource:configMapRef OptionalReference,prefix string,secretRef OptionalReference
        part ResourceClaim:name! string,request string
        ResourceRequirements:claims [ResourceClaim],limits {quantity},requests {quantity}
        ContainerPort:containerPort! int32,hostIP string,hostPort int32,name string,protocol string
        part ExecAction:command [string]
        HTTPGetAction:host string,httpHeaders [NameAndValue],path string,port! quantity,\
        scheme string
        part TCPSocketAction:host string,port! quantity
        part GRPCAction:port! int32,service string
        part SleepAction:seconds! int
        Probe:exec ExecAction,failureThreshold int32,grpc GRPCAction,httpGet HTTPGetAction,\
        initialDelaySeconds int32,periodSeconds int32,successThreshold int32,\
        tcpSocket TCPSocketAction,terminationGracePeriodSeconds int,timeoutSeconds int32
        LifecycleHandler:exec ExecAction,httpGet HTTPGetAction,sleep SleepAction,\
        tcpSocket TCPSocketAction
        Lifecycle:postStart LifecycleHandler,preStop LifecycleHandler,stopSignal string
        VolumeMount:mountPath! string,mountPropagation string,name! string,readOnly bool,\
        recursiveReadOnly string,subPath string,subPathExpr string
        part VolumeDevice:devicePath! string,name! string
        part ContainerResizePolicy:resourceName! string,restartPolicy! string
        part ExitCodes:operator! string,values [int32]
        part ContainerRestartRule:action! string,exitCodes ExitCodes
        Container:args [string],command [string],env [EnvVar],envFrom [EnvFromSource],\
        image string,imagePullPolicy string,lifecycle Lifecycle,livenessProbe Probe,name! string,\
        ports [ContainerPort],readinessProbe Probe,resizePolicy [ContainerResizePolicy],\
        resources ResourceRequirements,restartPolicy string,\
        restartPolicyRules [ContainerRestartRule],securityContext SecurityContext,\
        startupProbe Probe,stdin bool,stdinOnce bool,terminationMessagePath string,\
        terminationMessagePolicy string,tty bool,volumeDevices [VolumeDevice],\
        volumeMounts [VolumeMount],workingDir string
        ObjectReference:apiVersion string,fieldPath string,kind string,name string,\
        namespace string,resourceVersion string,uid string
        """
}

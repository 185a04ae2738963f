import CRDYAML

/// The structs of the Kubernetes API `v1` that schemas of CRDs contain.
///
/// A schema by controller-gen that has all properties of such a struct, with the same types, is that
/// of the struct. Each struct has one shape here, that of Kubernetes 1.35, so that a name has one
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
            // controller-gen describes no properties of metadata.
            "metadata": shapes.intern(.map(shapes.intern(.json))),
        ]
        var names: [(name: String, shape: ShapeTable.ID)] = []
        for line in table.parts(separatedBy: "\n") {
            let words = line.parts(separatedBy: ":")
            let fields = words[1].parts(separatedBy: ",").map { field($0, types, &shapes) }
            let object = ShapeTable.Shape.object(fields.sortedByKey, keepsUnknownFields: false)
            let shape = shapes.intern(shapes.wellKnown.type(of: object) ?? object)
            let isPart = words[0].hasPrefix("part ")
            let name = isPart ? String(words[0].dropFirst("part ".count)) : words[0]
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
        let words = text.parts(separatedBy: " ")
        let isRequired = words[0].hasSuffix("!")
        let name = String(words[1].filter { !"[]{}".contains($0) })
        guard var shape = types[name] else {
            preconditionFailure("the type '\(name)' is used before its line")
        }
        if words[1].hasPrefix("[") { shape = shapes.intern(.list(shape)) }
        if words[1].hasPrefix("{") { shape = shapes.intern(.map(shape)) }
        return ShapeTable.Field(
            key: isRequired ? String(words[0].dropLast()) : words[0],
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
        part PodDNSConfigOption:name string,value string
        PodDNSConfig:nameservers [string],options [PodDNSConfigOption],searches [string]
        HostAlias:hostnames [string],ip! string
        ServicePort:appProtocol string,name string,nodePort int32,port! int32,protocol string,\
        targetPort quantity
        part ClientIPConfig:timeoutSeconds int32
        part SessionAffinityConfig:clientIP ClientIPConfig
        ServiceSpec:allocateLoadBalancerNodePorts bool,clusterIP string,clusterIPs [string],\
        externalIPs [string],externalName string,externalTrafficPolicy string,\
        healthCheckNodePort int32,internalTrafficPolicy string,ipFamilies [string],\
        ipFamilyPolicy string,loadBalancerClass string,loadBalancerIP string,\
        loadBalancerSourceRanges [string],ports [ServicePort],publishNotReadyAddresses bool,\
        selector {string},sessionAffinity string,sessionAffinityConfig SessionAffinityConfig,\
        trafficDistribution string,type string
        KeyToPath:key! string,mode int32,path! string
        ConfigMapVolumeSource:defaultMode int32,items [KeyToPath],name string,optional bool
        SecretVolumeSource:defaultMode int32,items [KeyToPath],optional bool,secretName string
        DownwardAPIVolumeFile:fieldRef ObjectFieldSelector,mode int32,path! string,\
        resourceFieldRef ResourceFieldSelector
        DownwardAPIVolumeSource:defaultMode int32,items [DownwardAPIVolumeFile]
        EmptyDirVolumeSource:medium string,sizeLimit quantity
        part LocalReference:name string
        CSIVolumeSource:driver! string,fsType string,nodePublishSecretRef LocalReference,\
        readOnly bool,volumeAttributes {string}
        TypedLocalObjectReference:apiGroup string,kind! string,name! string
        TypedObjectReference:apiGroup string,kind! string,name! string,namespace string
        part VolumeResources:limits {quantity},requests {quantity}
        PersistentVolumeClaimSpec:accessModes [string],dataSource TypedLocalObjectReference,\
        dataSourceRef TypedObjectReference,resources VolumeResources,selector LabelSelector,\
        storageClassName string,volumeAttributesClassName string,volumeMode string,\
        volumeName string
        PersistentVolumeClaimTemplate:metadata metadata,spec! PersistentVolumeClaimSpec
        EphemeralVolumeSource:volumeClaimTemplate PersistentVolumeClaimTemplate
        ClusterTrustBundleProjection:labelSelector LabelSelector,name string,optional bool,\
        path! string,signerName string
        part KeysProjection:items [KeyToPath],name string,optional bool
        part DownwardAPIProjection:items [DownwardAPIVolumeFile]
        PodCertificateProjection:certificateChainPath string,credentialBundlePath string,\
        keyPath string,keyType! string,maxExpirationSeconds int32,signerName! string,\
        userAnnotations {string}
        ServiceAccountTokenProjection:audience string,expirationSeconds int,path! string
        VolumeProjection:clusterTrustBundle ClusterTrustBundleProjection,configMap KeysProjection,\
        downwardAPI DownwardAPIProjection,podCertificate PodCertificateProjection,\
        secret KeysProjection,serviceAccountToken ServiceAccountTokenProjection
        ProjectedVolumeSource:defaultMode int32,sources [VolumeProjection]
        part ReadOnlyVolume:fsType string,readOnly bool,volumeID! string
        part Disk:fsType string,partition int32,readOnly bool,volumeID! string
        part AzureDisk:cachingMode string,diskName! string,diskURI! string,fsType string,\
        kind string,readOnly bool
        part AzureFile:readOnly bool,secretName! string,shareName! string
        part CephFS:monitors! [string],path string,readOnly bool,secretFile string,\
        secretRef LocalReference,user string
        part Cinder:fsType string,readOnly bool,secretRef LocalReference,volumeID! string
        part FC:fsType string,lun int32,readOnly bool,targetWWNs [string],wwids [string]
        part FlexVolume:driver! string,fsType string,options {string},readOnly bool,\
        secretRef LocalReference
        part Flocker:datasetName string,datasetUUID string
        part GCEPersistentDisk:fsType string,partition int32,pdName! string,readOnly bool
        part GitRepo:directory string,repository! string,revision string
        part Glusterfs:endpoints! string,path! string,readOnly bool
        part HostPath:path! string,type string
        part Image:pullPolicy string,reference string
        part ISCSI:chapAuthDiscovery bool,chapAuthSession bool,fsType string,initiatorName string,\
        iqn! string,iscsiInterface string,lun! int32,portals [string],readOnly bool,\
        secretRef LocalReference,targetPortal! string
        part NFS:path! string,readOnly bool,server! string
        part Claim:claimName! string,readOnly bool
        part PhotonPersistentDisk:fsType string,pdID! string
        part Quobyte:group string,readOnly bool,registry! string,tenant string,user string,\
        volume! string
        part RBD:fsType string,image! string,keyring string,monitors! [string],pool string,\
        readOnly bool,secretRef LocalReference,user string
        part ScaleIO:fsType string,gateway! string,protectionDomain string,readOnly bool,\
        secretRef! LocalReference,sslEnabled bool,storageMode string,storagePool string,\
        system! string,volumeName string
        part StorageOS:fsType string,readOnly bool,secretRef LocalReference,volumeName string,\
        volumeNamespace string
        part VsphereVolume:fsType string,storagePolicyID string,storagePolicyName string,\
        volumePath! string
        Volume:awsElasticBlockStore Disk,azureDisk AzureDisk,azureFile AzureFile,cephfs CephFS,\
        cinder Cinder,configMap ConfigMapVolumeSource,csi CSIVolumeSource,\
        downwardAPI DownwardAPIVolumeSource,emptyDir EmptyDirVolumeSource,\
        ephemeral EphemeralVolumeSource,fc FC,flexVolume FlexVolume,flocker Flocker,\
        gcePersistentDisk GCEPersistentDisk,gitRepo GitRepo,glusterfs Glusterfs,hostPath HostPath,\
        image Image,iscsi ISCSI,name! string,nfs NFS,persistentVolumeClaim Claim,\
        photonPersistentDisk PhotonPersistentDisk,portworxVolume ReadOnlyVolume,\
        projected ProjectedVolumeSource,quobyte Quobyte,rbd RBD,scaleIO ScaleIO,\
        secret SecretVolumeSource,storageos StorageOS,vsphereVolume VsphereVolume
        """
}

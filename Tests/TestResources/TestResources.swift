// The types are generated from the files in crds.

// Types that a module may have already: generated code must not mean these.
enum Condition {}
enum DateTime {}
enum IntOrString {}
enum JSONObject {}
enum JSONValue {}
enum LabelSelector {}
enum ObjectMeta {}
enum Resource {}
enum Schema {}

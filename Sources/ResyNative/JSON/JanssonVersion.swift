internal import CJansson

/// What is linked in, for `--version`.
enum JanssonVersion {
    static var text: String { String(cString: jansson_version_str()) }
}

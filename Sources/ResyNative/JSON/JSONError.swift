/// What is wrong with a JSON text or value, and where; never the value itself.
package enum JSONError: Error, Sendable, Equatable {
    /// Not JSON, or not UTF-8, near that byte.
    case syntax(reason: String, offset: Int)
    case missing(path: String)
    case wrongKind(path: String, wanted: String)
    /// More bytes, values or depth than the endpoint may send.
    case tooLarge(reason: String)

    /// `$.a.b`, where the fault has one.
    package var path: String? {
        switch self {
        case .missing(let path), .wrongKind(let path, _): path
        case .syntax, .tooLarge: nil
        }
    }
}

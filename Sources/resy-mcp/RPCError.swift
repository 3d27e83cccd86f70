internal import ResyNative

/// Broken protocol. What a model could mend by other arguments is a tool's error, never one of these.
struct RPCError: Error, Sendable {
    let code: Int
    let message: String
    var data: JSON?

    static let notJSON = RPCError(code: -32700, message: "Parse error: the line is not JSON")
    /// Details go to the log: they may name what a client has no business to see.
    static let internalError = RPCError(code: -32603, message: "Internal error")

    static func invalidRequest(_ reason: String) -> RPCError {
        RPCError(code: -32600, message: "Invalid request: \(reason)")
    }

    static func unknownMethod(_ name: String) -> RPCError {
        RPCError(code: -32601, message: "Method not found: \(quoted(name))")
    }

    static func invalidParams(_ reason: String) -> RPCError {
        RPCError(code: -32602, message: reason)
    }

    /// The same for every reason: who tries states out learns nothing.
    static let unknownState = RPCError(code: -32602, message: "Invalid or expired requestState")

    static func unsupportedVersion(_ requested: String) -> RPCError {
        RPCError(
            code: -32022, message: "Unsupported protocol version",
            data: ["supported": Revision.all, "requested": .string(requested)])
    }

    static let nobodyInitialized = RPCError(
        code: -32602,
        message: "Send initialize first, or put \(Revision.versionKey) and \(Revision.capabilitiesKey) into _meta",
        data: ["supported": Revision.all])

    /// At most 60 characters of what a client sent, quoted, without any that move a cursor, hide or reorder.
    static func quoted(_ text: String) -> String {
        let kept = text.unicodeScalars.prefix(60).map { $0.isPlain ? Character($0) : " " }
        return "\"\(String(kept))\(text.unicodeScalars.count > 60 ? "…" : "")\""
    }
}

extension Unicode.Scalar {
    /// Shows as itself and leaves its neighbours where they are.
    fileprivate var isPlain: Bool {
        switch properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

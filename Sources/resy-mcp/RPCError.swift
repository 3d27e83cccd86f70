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

    static func unsupportedVersion(_ requested: String) -> RPCError {
        RPCError(
            code: -32022, message: "Unsupported protocol version",
            data: ["supported": Revision.all, "requested": .string(requested)])
    }

    static let nobodyInitialized = RPCError(
        code: -32602,
        message: "Send initialize first, or put \(Revision.versionKey) and \(Revision.capabilitiesKey) into _meta",
        data: ["supported": Revision.all])

    /// At most 60 characters of what a client sent, quoted, without bytes that move a cursor.
    static func quoted(_ text: String) -> String {
        let kept = text.unicodeScalars.prefix(60).map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) }
        return "\"\(String(kept))\(text.unicodeScalars.count > 60 ? "…" : "")\""
    }
}

internal import ResyDomain
internal import ResyNative

/// A question in the form the protocol gives it, and what its answer says.
enum Elicitation {
    static let method = "elicitation/create"
    /// Names the one question of an `input_required` result.
    static let key = "confirm"

    /// `saysMode`: from 2026-07-28 on; older clients know forms alone.
    static func params(_ question: Question, saysMode: Bool) -> JSON {
        // No default: one that a client fills in by itself would be nobody's yes.
        let box: JSON = ["type": "boolean", "title": .string(Voice.person.label(question))]
        let form: JSON = [
            "type": "object", "properties": single(field, box),
            "required": [.string(field)],
        ]
        let params: JSON = ["message": .string(Voice.person.message(question)), "requestedSchema": form]
        return saysMode ? params.setting("mode", to: "form") : params
    }

    /// Reads a result of `elicitation/create`. A yes is the box ticked and nothing else.
    static func answer(_ result: JSON) -> Answer {
        guard result.kind == .object else { return .unclear }
        switch try? result.optional("action")?.string {
        case "decline": return .declined
        case "cancel": return .dismissed
        case "accept":
            guard let content = result.optional("content"), content.kind == .object else { return .unclear }
            return switch content.optional(field)?.kind {
            case .yes: .accepted
            case .no: .refused
            default: .unclear
            }
        default: return .unclear
        }
    }

    /// What a call brought along for a question that an earlier one ended with; nil where it names none.
    static func answered(_ params: JSON) throws(RPCError) -> AnsweredQuestion? {
        // Answers without a state are for a question that nobody here asked.
        guard let state = params.optional("requestState") else { return nil }
        guard let text = try? state.string else { throw .unknownState }
        let responses = params.optional("inputResponses")
        let response = responses?.kind == .object ? responses?.optional(key) : nil
        return AnsweredQuestion(state: text, answer: response.map { answer($0) })
    }

    /// An object with one member.
    static func single(_ name: String, _ value: JSON) -> JSON { .object([(name, value)]) }

    private static let field = "confirm"
}

internal import ResyDomain

/// Parts of slots that were read before: those of one room say the same, and what is one value in the answer is read once.
final class SlotParts: Sendable {
    struct Template: Sendable {
        var id: String?
        var isUnclear: Bool
    }

    /// More rooms than nearly any restaurant has.
    private static let most = 8

    private struct Read<Value: Sendable> {
        private var all: [(part: JSON, value: Value)] = []

        mutating func value(of part: JSON?, _ read: (JSON?) -> Value) -> Value {
            guard let part else { return read(nil) }
            if let known = all.first(where: { $0.part.isIdentical(to: part) }) { return known.value }
            let value = read(part)
            if all.count == SlotParts.most { all.removeFirst() }
            all.append((part, value))
            return value
        }
    }

    private struct State {
        var payments = Read<SlotPayment?>()
        var programs = Read<Program>()
        var templates = Read<Template>()
    }

    private let state = Lock(State())

    func payment(_ part: JSON?) -> SlotPayment? {
        state.withLock { $0.payments.value(of: part) { SlotPayment.decode($0) } }
    }

    func program(_ part: JSON?) -> Program {
        state.withLock { $0.programs.value(of: part) { Program($0) } }
    }

    func template(_ part: JSON?) -> Template {
        state.withLock { state in
            state.templates.value(of: part) { part in
                let field = part?.optional("id")
                let id = try? field?.text
                return Template(id: id, isUnclear: part?.isUnclear == true || field != nil && id == nil)
            }
        }
    }
}

internal import ResyDomain

/// Parts of slots that were read before: those of one room say the same, and what is one value in the answer is read once.
final class SlotParts: Sendable {
    struct Payment: Sendable {
        var terms: SlotPayment?
        var needsAddOn: Bool
    }

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
        var payments = Read<Payment>()
        var programs = Read<Program>()
        var templates = Read<Template>()
    }

    private let state = Lock(State())

    func read(
        payment: JSON?, program: JSON?, template: JSON?
    ) -> (payment: Payment, program: Program, template: Template) {
        state.withLock { state in
            (
                state.payments.value(of: payment, Self.payment), state.programs.value(of: program) { Program($0) },
                state.templates.value(of: template, Self.template)
            )
        }
    }

    private static func payment(_ part: JSON?) -> Payment {
        Payment(
            terms: SlotPayment.decode(part),
            needsAddOn: (try? part?.optional("is_add_on_required")?.flag) ?? false)
    }

    private static func template(_ part: JSON?) -> Template {
        let field = part?.optional("id")
        let id = try? field?.text
        return Template(id: id, isUnclear: part?.isUnclear == true || field != nil && id == nil)
    }
}

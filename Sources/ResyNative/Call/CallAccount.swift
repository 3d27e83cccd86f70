internal import ResyDomain

/// Whose account a call works on. It stays with the one it began with, whoever signs in meanwhile: a list of another
/// account proves nothing, and a yes was given for this one.
package final class CallAccount: Sendable {
    private let owner = Lock<Owner?>(nil)

    private struct Owner: Sendable {
        let email: String?
        let key: String

        init(email: String?) {
            self.email = email
            key = email.map { AccountKey.of(email: $0) } ?? ""
        }
    }

    package init() {}

    /// Nil before the call had access to any. Empty where nobody knows the account's address.
    var key: String? { owner.withLock { $0?.key } }

    var email: String? { owner.withLock { $0?.email } }

    /// Whether this is access to the account that the call began with; the first one decides which that is.
    func holds(_ access: Access) -> Bool {
        owner.withLock { held in
            if let held, held.email == access.email { return true }
            let asked = Owner(email: access.email)
            held = held ?? asked
            return held?.key == asked.key
        }
    }
}

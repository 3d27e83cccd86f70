package import ResyDomain

/// What a sign-in gives.
package struct SignedIn: Sendable {
    package var token: Secret
    package var cards: [PaymentCard]
    package var paymentMethodID: Int?
    /// The account's address, where the answer or the page named it.
    package var email: String?
    /// The application's key as the site itself sends it; nil where it was not seen.
    package var apiKey: String?
    /// Cookies of Resy's hosts that came with it, in the Netscape format, the refresh cookie among them. The engine's
    /// own jar is not meant.
    package var cookies: [Secret]

    package init(
        token: Secret, cards: [PaymentCard], paymentMethodID: Int?, email: String? = nil, apiKey: String? = nil,
        cookies: [Secret] = []
    ) {
        self.token = token
        self.cards = cards
        self.paymentMethodID = paymentMethodID
        self.email = email
        self.apiKey = apiKey
        self.cookies = cookies
    }
}

extension SignedIn {
    /// From the answer of any of Resy's sign-in calls; one that has the account under `user` is read there.
    init(_ answer: JSON) throws(JSONError) {
        let account = answer.optional("user").flatMap { $0.kind == .object ? $0 : nil } ?? answer
        // Few sources put the token elsewhere; the first place is where nearly all find it.
        let place =
            account.optional("token") ?? answer.optional("token") ?? account.optional("auth_token")
            ?? account.optional("id")?.optional("token")
        guard let token = try place?.string, !token.isEmpty else { throw .missing(path: "$.token") }
        let cards = try PaymentCard.decode(account: account)
        self.init(
            token: Secret(token), cards: cards, paymentMethodID: PaymentCard.usual(of: cards)?.id,
            email: (try? account.optional("em_address")?.string).map { CleanText.line($0) }
                .flatMap { $0.contains("@") ? $0 : nil })
    }
}

/// The account behind a token.
package struct Account: Sendable {
    package var id: Int?
    package var email: String?
    package var cards: [PaymentCard]

    package init(id: Int?, email: String?, cards: [PaymentCard]) {
        self.id = id
        self.email = email
        self.cards = cards
    }
}

extension ResyCall {
    /// `POST /3/auth/password`, a form.
    package func authenticate(
        email: String, password: Secret
    ) async throws -> SignedIn {
        redactor.register(password, as: .lasting)
        let request = ResyRequest(
            endpoint: .signIn, method: .post, path: "/3/auth/password",
            body: .form([("email", email), ("password", password.reveal())]))
        let answer = try await send(request)
        if let answer, ProofWanted.isWanted(by: answer) { throw APIFailure.codeWanted }
        return try signedIn(answer)
    }

    /// `POST /3/auth/refresh`: a fresh token for the refresh cookie in the engine's jar. Without a token, as the
    /// site sends it; the cookie is refused with 419.
    package func refresh() async throws -> SignedIn {
        let request = ResyRequest(endpoint: .refresh, method: .post, path: "/3/auth/refresh", body: .json([:]))
        return try signedIn(try await send(request))
    }

    /// Whether a call that needs nobody signed in is let through: without a token, a 419 there is about the application's
    /// key. Nil where that could not be learned.
    package func takesKey() async throws -> Bool? {
        let request = ResyRequest(endpoint: .config, method: .get, path: "/3/location/config", isPaced: false)
        do {
            _ = try await send(request)
            return true
        } catch APIFailure.signedOut, APIFailure.wrongKey {
            return false
        } catch is APIFailure {
            return nil
        }
    }

    /// Reads the account with a token that every way of signing in ends with.
    func signedIn(_ answer: JSON?) throws -> SignedIn {
        guard let answer else { throw APIFailure.schema(path: "$.token") }
        redactor.register(tokensOf: answer)
        return try reading { () throws(JSONError) in
            let signedIn = try SignedIn(answer)
            redactor.register(signedIn.token, as: .renewed)
            guard TokenForm.isSendable(signedIn.token) else { throw .wrongKind(path: "$.token", wanted: "a token") }
            return signedIn
        }
    }

    /// `GET /2/user`: who the token belongs to, and the proof that it still works.
    package func user() async throws -> Account {
        let request = ResyRequest(endpoint: .user, method: .get, path: "/2/user")
        guard let answer = try await send(request) else { throw APIFailure.schema(path: "$") }
        return try reading { () throws(JSONError) in
            guard answer.kind == .object else { throw .wrongKind(path: "$", wanted: "an object") }
            return Account(
                id: try? answer.optional("id")?.integer,
                email: (try? answer.optional("em_address")?.string).map { CleanText.line($0) },
                cards: try PaymentCard.decode(account: answer))
        }
    }
}

extension PaymentCard {
    /// The cards in an account or sign-in answer: a list, a default's id, or both, or neither.
    static func decode(account answer: JSON) throws(JSONError) -> [PaymentCard] {
        let usual = try? answer.optional("payment_method_id")?.integer
        var cards = try decode(list: answer.optional("payment_methods"))
        if let usual, !cards.contains(where: { $0.isDefault }) {
            if let index = cards.firstIndex(where: { $0.id == usual }) {
                cards[index].isDefault = true
            } else {
                cards.insert(PaymentCard(id: usual, brand: nil, lastFour: nil, isDefault: true), at: 0)
            }
        }
        // The sign-in names the default card's digits beside the list, not in it.
        if let index = cards.firstIndex(where: { $0.isDefault }), cards[index].lastFour == nil {
            cards[index].lastFour = lastFour(in: answer.optional("payment_display"))
        }
        return cards
    }

    static func decode(list: JSON?) throws(JSONError) -> [PaymentCard] {
        guard let list, !list.isUnclear else { return [] }
        var cards: [PaymentCard] = []
        for item in try list.items {
            // One that cannot be named cannot be used.
            guard let id = try? item["id"].integer else { continue }
            cards.append(
                PaymentCard(
                    id: id,
                    brand: brand(item.optional("type") ?? item.optional("brand") ?? item.optional("card_type")),
                    lastFour: lastFour(
                        in: item.optional("display") ?? item.optional("last_four") ?? item.optional("last_4")),
                    isDefault: (try? item.optional("is_default")?.flag) ?? false))
        }
        return cards
    }

    private static func lastFour(in field: JSON?) -> String? {
        guard let text = try? field?.label else { return nil }
        let digits = text.filter { $0.isASCII && $0.isNumber }.suffix(4)
        return digits.count == 4 ? String(digits) : nil
    }

    private static func brand(_ field: JSON?) -> String? {
        guard let text = try? field?.words else { return nil }
        let name = String(CleanText.name(text).prefix(30))
        return name.isEmpty ? nil : PaymentCard.brand(name)
    }
}

import Foundation

extension World {
    func passwordLogin(_ request: RecordedRequest) -> Reply {
        let form = request.form
        let absent = ["email", "password"].filter { (form[$0] ?? "").isEmpty }
        if !absent.isEmpty { return .invalid(absent.map { ($0, "missing") }) }
        guard let account = accounts.first(where: { $0.email.lowercased() == form["email"]?.lowercased() }),
            account.password == form["password"]
        else { return .failure(switches.wrongPasswordStatus, "Unauthorized") }
        if switches.site.loginStalls && request.isFromPage {
            var reply = Reply(504, text: "")
            reply.wire.stallMilliseconds = 600_000
            return reply
        }
        if switches.mfaRequired {
            return Reply(200, ["id": .int(account.id), "mfa_required": true, "mfa_token": .string(Opaque.text(32))])
        }
        return switches.site.verificationCode ? askForCode(account) : signedIn(account)
    }

    /// Both steps of the code by SMS: without `code` it is sent, with it it is checked.
    func mobileLogin(_ request: RecordedRequest) -> Reply {
        let form = request.form
        guard let number = form["mobile_number"], !number.isEmpty else { return .missing("mobile_number") }
        guard number.hasPrefix("+"), number.dropFirst().allSatisfy(\.isNumber) else {
            return .invalid([("mobile_number", "invalid")])
        }
        guard let code = form["code"] else {
            if switches.smsIsThrottled { return .failure(429, "Too many codes sent") }
            return Reply(200, ["mobile_number": .string(number), "method": 1, "sent": true])
        }
        guard let account = accounts.first(where: { $0.phone == number }), account.smsCode == code else {
            return .failure(419, "Unauthorized", data: ["code": "The code is wrong or has expired."])
        }
        guard account.challengesPhone else { return signedIn(account) }
        let id = "ch_" + Opaque.text(16)
        let claim = Opaque.text(40)
        challenges[id] = account.id
        return Reply(
            200,
            [
                "mobile_claim": [
                    "mobile_number": .string(number), "claim_token": .string(claim),
                    "date_expires": .string(now.addingTimeInterval(600).utcText),
                ],
                "challenge": [
                    "challenge_id": .string(id), "first_name": .string(account.firstName),
                    "message": "Confirm your email to continue",
                    "properties": [
                        ["name": "em_address", "type": "email", "message": "Enter the email on your account"]
                    ],
                ],
            ])
    }

    func challenge(_ request: RecordedRequest) -> Reply {
        let form = request.form
        if form["code"] != nil {
            guard let account = codeChallenge(form) else {
                return .failure(419, "Unauthorized", data: ["code": "The code is wrong or has expired."])
            }
            return signedIn(account)
        }
        let absent = ["challenge_id", "em_address"].filter { (form[$0] ?? "").isEmpty }
        if !absent.isEmpty { return .invalid(absent.map { ($0, "missing") }) }
        guard let id = challenges[form["challenge_id"] ?? ""], let account = account(id),
            account.email.lowercased() == form["em_address"]?.lowercased()
        else { return .unauthorized }
        challenges[form["challenge_id"] ?? ""] = nil
        return signedIn(account)
    }

    func refresh(_ request: RecordedRequest) -> Reply {
        let cookies = (request.header("cookie") ?? "").split(separator: ";")
            .map { $0.trimmingCharacters(in: .whitespaces) }
        let prefix = "production_refresh_token="
        guard switches.refreshSucceeds, request.header("x-origin") != nil,
            let cookie = cookies.first(where: { $0.hasPrefix(prefix) }),
            let id = refreshTokens[String(cookie.dropFirst(prefix.count))], let account = account(id)
        else { return .unauthorized }
        return signedIn(account)
    }

    private func signedIn(_ account: Account) -> Reply {
        if account.state == .deactivated { return .failure(409, "Account deactivated") }
        var json = userObject(account)
        json["token"] = .string(newToken(for: account))
        json["legacy_token"] = .string(Opaque.text(40))
        json["guest_id"] = .int(account.id + 1_000_000)
        var reply = Reply(200, json)
        let refresh = Opaque.text(64)
        refreshTokens[refresh] = account.id
        reply.setHeader(
            "Set-Cookie",
            "production_refresh_token=\(refresh); Path=/; Max-Age=7776000; HttpOnly; Secure; SameSite=None")
        return reply
    }

    /// A fresh access token, which is good until it expires or is revoked.
    package func newToken(for account: Account) -> String {
        let expires = now.addingTimeInterval(Double(switches.tokenLifeSeconds))
        let token: String
        if switches.opaqueTokens {
            token = Opaque.text(64)
        } else {
            let header: JSONValue = ["alg": "ES256", "typ": "JWT"]
            let payload: JSONValue = [
                "exp": .int(Int(expires.timeIntervalSince1970)), "uid": .int(account.id), "gt": "consumer", "gs": [],
                "lang": "en-us", "extra": ["guest_id": .int(account.id + 1_000_000)],
            ]
            token = [header.bytes, payload.bytes, Opaque.bytes(64)].map(Opaque.base64url).joined(separator: ".")
        }
        tokens[token] = AccessToken(account: account.id, expires: expires)
        return token
    }

    /// A token for the account with this e-mail, as if it had signed in; nil if there is none.
    package func signIn(_ email: String) -> String? {
        accounts.first { $0.email == email }.map { newToken(for: $0) }
    }

    package func expireTokens() { tokens = [:] }

    func signedInAccount(_ request: RecordedRequest) -> Account? {
        let first = request.header("x-resy-auth-token")
        let second = request.header("x-resy-universal-auth")
        if let first, let second, first != second { return nil }
        guard let token = first ?? second, let known = tokens[token], known.expires > now else { return nil }
        return account(known.account)
    }

    /// 419 for a token that is missing, wrong or old.
    func refuse(_ request: RecordedRequest) -> Reply? {
        signedInAccount(request) == nil ? .unauthorized : nil
    }
}

/// Random text that means nothing to anybody but the server.
enum Opaque {
    /// Eight at a time: the system is asked for each.
    static func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count { withUnsafeBytes(of: UInt64.random(in: 0...UInt64.max)) { bytes += $0 } }
        return Array(bytes.prefix(count))
    }

    static func base64url(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func text(_ length: Int) -> String { String(base64url(bytes(length)).prefix(length)) }

    static func hex(_ length: Int) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes(length).map { digits[Int($0 & 15)] }, as: UTF8.self)
    }
}

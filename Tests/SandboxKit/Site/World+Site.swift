internal import Foundation

extension World {
    /// Records what came to the web site, and the preflights of the API: neither is a call of it.
    func recordVisit(
        _ method: String, _ path: String, _ rawQuery: String, _ headers: [String: String], status: Int
    ) {
        var visit = RecordedRequest(
            number: (visits.last?.number ?? 0) + 1, time: now, received: Date(), method: method, path: path,
            query: FormText.parse(rawQuery), rawQuery: rawQuery, headers: headers, body: "",
            endpoint: Endpoint(path: path))
        visit.status = status
        visits.append(visit)
    }

    enum PlainAnswer {
        case form(complaint: String?)
        case code
        case welcome
    }

    /// What the page without scripts shows next.
    func answerPlainForm(_ form: [String: String]) -> PlainAnswer {
        guard let email = form["email"] else { return .form(complaint: nil) }
        guard let account = accounts.first(where: { $0.email == email }), account.password == form["password"] else {
            return .form(complaint: "We do not recognize this <b>email</b> and password.")
        }
        return switches.site.codeBoxes ? .code : .welcome
    }

    /// Asks for the code of an SMS before `account` is signed in.
    func askForCode(_ account: Account) -> Reply {
        let id = "ch_" + Opaque.text(16)
        codeChallenges[id] = account.id
        return Reply(
            200,
            [
                "challenge": [
                    "challenge_id": .string(id), "first_name": .string(account.firstName),
                    "message": "Enter verification code",
                    "properties": [["name": "code", "type": "text", "message": "Enter the code we texted you"]],
                ]
            ])
    }

    /// The account that the code of a challenge lets in. A wrong code may be tried again.
    func codeChallenge(_ form: [String: String]) -> Account? {
        let id = form["challenge_id"] ?? ""
        guard let account = codeChallenges[id].flatMap({ account($0) }), account.smsCode == form["code"] else {
            return nil
        }
        codeChallenges[id] = nil
        return account
    }
}

extension RecordedRequest {
    /// Sent by the simulated site's page, in a browser.
    package var isFromPage: Bool { header(CrossOrigin.pageHeader) != nil }
}

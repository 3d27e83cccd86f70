import Foundation

/// What cannot be done at the control surface, and why.
struct ControlFailure: Error, CustomStringConvertible {
    let description: String
}

extension World {
    func control(_ name: String, _ body: JSONValue) throws -> Reply {
        switch name {
        case "switches": return try patchSwitches(body)
        case "fault": return try planFault(body)
        case "clock":
            if let seconds = body["advance"]?.double {
                advance(seconds: seconds)
            } else {
                let date = body["now"]?.double.map { Date(timeIntervalSince1970: $0) }
                setNow(date, frozen: body["frozen"]?.bool ?? false)
            }
            return Reply(200, ["now": .double(now.timeIntervalSince1970), "utc": .string(now.utcText)])
        case "account": return try patchAccount(body)
        case "venue": return try patchVenue(body)
        case "crowd": return try addCrowd(body)
        case "take":
            takeAway(try body.decoded(as: SlotKey.self))
        case "book":
            let slot = try body.decoded(as: SlotKey.self)
            let email = body["email"]?.string ?? accounts.first?.email ?? ""
            guard let made = bookElsewhere(slot, party: body["party"]?.int ?? 2, account: email) else {
                throw ControlFailure(description: "no such account, venue, seating or day")
            }
            return Reply(200, JSONValue(encoding: made) ?? [:])
        case "wish":
            guard let id = body["id"]?.int else { throw ControlFailure(description: "id is missing") }
            write(body["words"]?.string, occasion: body["occasion"]?.string, into: id)
        case "token":
            if body["expire"]?.bool == true { expireTokens() }
            guard let email = body["email"]?.string else { break }
            guard let token = signIn(email) else { throw ControlFailure(description: "no account \(email)") }
            return Reply(200, ["token": .string(token)])
        case "clear":
            clearFaults()
            clearRequests()
            forgetLooks()
        case "reset": reset()
        default: throw ControlFailure(description: "no such control: \(name)")
        }
        return Reply(200, ["ok": true])
    }

    private func patchSwitches(_ patch: JSONValue) throws -> Reply {
        let known = try known(switches)
        // Those without a value are not written.
        let names = Set(Mirror(reflecting: switches).children.compactMap(\.label))
        let strange = (patch.members ?? []).map(\.key).filter { !names.contains($0) }
        if !strange.isEmpty { throw ControlFailure(description: "no such switch: \(strange.joined(separator: ", "))") }
        let places = (patch["delays"]?.members ?? []).map(\.key).filter { Endpoint(rawValue: $0) == nil }
        if !places.isEmpty { throw ControlFailure(description: "no such endpoint: \(places.joined(separator: ", "))") }
        // The site's are a group of their own, of which a patch names only some.
        var patch = patch
        if let site = patch["site"] {
            let whole = try self.known(switches.site)
            let strange = (site.members ?? []).map(\.key).filter { whole[$0] == nil }
            if !strange.isEmpty {
                throw ControlFailure(description: "no such switch of the site: \(strange.joined(separator: ", "))")
            }
            patch["site"] = whole.merging(site)
        }
        switches = try known.merging(patch).decoded(as: Switches.self)
        return Reply(200, try self.known(switches))
    }

    private func planFault(_ body: JSONValue) throws -> Reply {
        guard let name = Fault.Name(rawValue: body["fault"]?.string ?? "") else {
            let all = Fault.Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw ControlFailure(description: "no such fault; there are \(all)")
        }
        guard let scope = Endpoint(rawValue: body["on"]?.string ?? "any") else {
            let all = Endpoint.allCases.map(\.rawValue).joined(separator: ", ")
            throw ControlFailure(description: "no such endpoint; there are \(all)")
        }
        plan(
            Fault(name, value: body["value"]?.int, text: body["text"]?.string), on: scope,
            times: body["times"]?.int ?? 1, after: body["after"]?.int ?? 0)
        return Reply(200, ["ok": true])
    }

    private func patchAccount(_ body: JSONValue) throws -> Reply {
        guard let email = body["email"]?.string else { throw ControlFailure(description: "email is missing") }
        let id = (accounts.map(\.id).max() ?? 7_000_000) + 1
        let old =
            accounts.first { $0.email == email }
            ?? Account(id: id, email: email, password: "correct horse battery", cards: [.visa])
        var patch = body
        if let count = body["cards"]?.int {
            let cards = Array([Card.visa, .amex].prefix(count))
            patch["cards"] = JSONValue(encoding: cards)
            patch["defaultCard"] = body["defaultCard"] ?? .number(cards.first?.id)
        }
        let account = try known(old).merging(patch).decoded(as: Account.self)
        addAccount(account)
        return Reply(200, try known(account))
    }

    private func patchVenue(_ body: JSONValue) throws -> Reply {
        guard let id = body["id"]?.int else { throw ControlFailure(description: "id is missing") }
        guard let old = venue(body["copyOf"]?.int ?? id) else { throw ControlFailure(description: "no such venue") }
        var patch = body
        patch["copyOf"] = nil
        let changed = try known(old).merging(patch).decoded(as: Venue.self)
        addVenue(changed)
        return Reply(200, try known(changed))
    }

    private func addCrowd(_ body: JSONValue) throws -> Reply {
        let name = body["city"]?.string ?? City.newYork.slug
        guard let city = City.all.first(where: { $0.slug == name || $0.code == name }) else {
            throw ControlFailure(description: "no such city: \(name)")
        }
        let crowd = VenueCast.crowd(
            body["venues"]?.int ?? 160, slots: body["slots"]?.int ?? 150, cuisine: body["cuisine"]?.string ?? "Italian",
            in: city)
        for venue in crowd { addVenue(venue) }
        return Reply(200, ["venues": .int(crowd.count)])
    }

    private func known(_ value: some Encodable) throws -> JSONValue {
        guard let json = JSONValue(encoding: value) else {
            throw ControlFailure(description: "cannot be written as JSON")
        }
        return json
    }
}

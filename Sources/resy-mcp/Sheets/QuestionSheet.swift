internal import ResyDomain
internal import ResyNative

/// What a person is shown before a yes, and what they are asked.
struct QuestionSheet {
    let question: Question
    let now: Instant

    private var voice: Voice { .person.at(now) }
    /// Rows, with the question itself: more is not read.
    static let most = 8

    /// As it fits on that paper: what is at stake stands whole, and what wants a yes of its own. The restaurant's other words have
    /// the room that is left; where that is too little, where all of them are.
    func sheet(on paper: Paper) -> Sheet {
        var sheet = facts
        sheet.add(
            texts: Self.unique(confirmations).map {
                "The restaurant asks to confirm: \(CleanText.quoted($0, to: 1000))"
            })
        let room = max(1, Self.most - 1 - paper.height(of: sheet))
        guard let (terms, url) = terms else { return sheet }
        var line = Line(terms, .faint, hang: 2)
        let link = Line(url, .faint)
        guard paper.height(of: Sheet([line])) > room || terms.count > 800 else {
            sheet.add(line)
            return sheet
        }
        line.most = room - paper.height(of: Sheet([link]))
        if paper.width == nil { line = Line(CleanText.cut(terms, to: 400), .faint) }
        if (line.most ?? 1) > 0 { sheet.add(line) }
        sheet.add(link)
        return sheet
    }

    /// `Book it and put $100 at stake? [y/N] `
    var prompt: String {
        let ask: String =
            switch question.about {
            case .booking(let asked):
                Self.ask("Book it", voice.outlay(asked.terms?.charges, party: asked.table.party)) { outlay in
                    switch outlay {
                    case .nothing: ""
                    case .now(let sum): " and pay \(sum) now"
                    case .later(let sum): " and put \(sum) at stake"
                    case .both(let now, let later): ", pay \(now) now and put \(later) at stake"
                    }
                }
            case .cancellation(let asked):
                Self.ask("Cancel it", asked.cost.stake(party: asked.held.party).stated) {
                    $0.amount?.isZero ?? true ? "" : " and lose \(voice.text($0))"
                }
            case .change(let asked): change(asked)
            case .wishes: "Replace it"
            }
        return "\(ask)? [y/N] "
    }

    /// `Change it, put $100 at stake and lose $50`
    private func change(_ asked: ChangeQuestion) -> String {
        guard let outlay = voice.outlay(asked.new.terms?.charges, party: asked.new.table.party),
            let lost = asked.old.cost.stake(party: asked.old.held.party).stated
        else { return "Change it, though its cost is not fully stated" }
        var parts: [String]
        switch outlay {
        case .nothing: parts = []
        case .now(let sum): parts = ["pay \(sum) now"]
        case .later(let sum): parts = ["put \(sum) at stake"]
        case .both(let now, let later): parts = ["pay \(now) now", "put \(later) at stake"]
        }
        if lost.amount?.isZero == false { parts.append("lose \(voice.text(lost))") }
        guard let last = parts.popLast() else { return "Change it" }
        return parts.isEmpty ? "Change it and \(last)" : "Change it, \(parts.joined(separator: ", ")) and \(last)"
    }

    private static func ask<Cost>(_ deed: String, _ cost: Cost?, _ words: (Cost) -> String) -> String {
        guard let cost else { return "\(deed), though its cost is not fully stated" }
        return deed + words(cost)
    }

    // MARK: -

    private var facts: Sheet {
        var sheet = Sheet()
        switch question.about {
        case .booking(let asked):
            if question.isChanged {
                sheet.add(Line("The terms have changed since they were shown:", .warning, hang: 2))
            }
            sheet.add(Line(headline(asked), .strong, hang: 2))
            let card = asked.card.map { "; \(Line.glued("card: \($0.spoken)"))" } ?? ""
            sheet.add(Line(cost(asked) + card, hang: 2))
            sheet.add(texts: asked.wishes.map { voice.sentence($0, of: asked.venue) })
        case .cancellation(let asked):
            if question.isChanged { sheet.add(Line("This has changed since it was shown:", .warning, hang: 2)) }
            sheet.add(Line("Cancel \(voice.table(asked.held))", .strong, hang: 2))
            sheet.add(Line("\(voice.costNow(asked)) Cancelling can't be undone.", hang: 2))
        case .change(let asked):
            if question.isChanged { sheet.add(Line("This has changed since it was shown:", .warning, hang: 2)) }
            sheet.add(Line("Change \(voice.table(asked.old.held))", .strong, hang: 2))
            sheet.add(Line("to \(change(to: asked.new))\(way(asked.way))", .strong, hang: 2))
            let card = asked.new.card.map { "; \(Line.glued("card: \($0.spoken)"))" } ?? ""
            sheet.add(Line("The new one: \(cost(asked.new))\(card)", hang: 2))
            sheet.add(Line(voice.leaving(asked.old), hang: 2))
            for wish in asked.new.wishes {
                var line = Line(voice.sentence(wish, of: asked.new.venue), hang: 2)
                // What is overwritten is shown whole.
                if case .asked = wish.state {} else { line.most = 1 }
                sheet.add(line)
            }
        case .wishes(let wishes, let table, let venue):
            sheet.add(Line("\(venue.name), \(voice.moment(table)): the table is booked.", .strong, hang: 2))
            sheet.add(texts: wishes.map { voice.sentence($0, of: venue) })
        }
        return sheet
    }

    private func headline(_ asked: BookingQuestion) -> String {
        let table = [asked.venue.name, asked.venue.city ?? "", voice.moment(asked.table)]
        return (table.filter { !$0.isBlank } + [voice.people(asked.table.party), asked.seating])
            .map { Line.glued($0) }.joined(separator: " · ") + voice.readings(asked.readings)
    }

    /// Its restaurant stands above it.
    private func change(to asked: BookingQuestion) -> String {
        [voice.moment(asked.table), voice.people(asked.table.party), asked.seating].map { Line.glued($0) }
            .joined(separator: " · ") + voice.readings(asked.readings)
    }

    private func way(_ way: ChangeWay) -> String {
        switch way {
        case .resyChange: ", by Resy in one step"
        case .bookThenCancel: "; then the old one is cancelled"
        }
    }

    private func cost(_ asked: BookingQuestion) -> String {
        guard let terms = asked.terms else { return "What it costs is not stated." }
        let cost = voice.wholeCost(
            terms.charges, party: asked.table.party, until: terms.cancelBy, in: asked.venue.zone, now: asked.now,
            isAhead: true)
        return Words.capitalized(cost)
    }

    /// The restaurant's own words, and where all of them are.
    private var terms: (String, url: String)? {
        let (lines, url): ([String], String) =
            switch question.about {
            case .booking(let asked): (asked.terms?.lines ?? [], asked.url)
            case .cancellation(let asked): (asked.terms, asked.url)
            case .change(let asked): (asked.new.terms?.lines ?? [], asked.new.url)
            case .wishes: ([], "")
            }
        let said = Set(confirmations)
        let told = Self.unique(lines).filter { !said.contains($0) }.map { CleanText.quoted($0, to: 1000) }
        return told.isEmpty ? nil : ("The restaurant says: \(told.joined(separator: " "))", url)
    }

    /// What wants a yes of its own, by the restaurant's words.
    private var confirmations: [String] {
        switch question.about {
        case .booking(let asked): asked.terms?.doubleConfirmation ?? []
        case .change(let asked): asked.new.terms?.doubleConfirmation ?? []
        case .cancellation, .wishes: []
        }
    }

    private static func unique(_ lines: [String]) -> [String] {
        var seen: Set<String> = []
        return lines.filter { seen.insert($0).inserted }
    }
}

extension Voice {
    /// `Carbone, Fri Dec 4, 7:00 PM, 2 people (RESY-900000001)`
    func table(_ held: NamedTable) -> String {
        "\(held.venue ?? "A table"), \(held.day.spoken), \(held.time.spoken), \(people(held.party))\(number(held.id))"
    }

    /// `Free to cancel until Fri 7 PM.`, `The $40 comes back.`, `Cancelling now costs $100: $50 late fee per guest ($100 for 2).`
    func costNow(_ asked: CancellationQuestion) -> String {
        guard !asked.cost.isEmpty else { return freeNow(asked) }
        let words = text(asked.cost, party: asked.held.party)
        guard let total = total(asked.cost.stake(party: asked.held.party)) else {
            return "Cancelling now may cost money: \(words)."
        }
        return "Cancelling now costs \(total): \(words)."
    }

    /// Where it costs nothing: what comes back, or until when that is so, as far as it is known.
    private func freeNow(_ asked: CancellationQuestion) -> String {
        guard let now, let until = asked.freeUntil, until > now else { return "Cancelling costs nothing." }
        let paid = asked.charges.only(\.isPaid)
        if !paid.isEmpty {
            let isKnown = paid.allSatisfy { $0.cutOff.map { $0 > now } ?? false }
            let sum = total(paid.stake(party: asked.held.party))
            return isKnown
                ? sum.map { "The \($0) comes back." } ?? "What was paid comes back." : "Cancelling costs nothing."
        }
        return moment(until, in: asked.zone, now: now).map { "Free to cancel until \($0)." }
            ?? "Cancelling costs nothing."
    }
}

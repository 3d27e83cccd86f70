internal import ResyDomain

/// A list of restaurants that came as one text: `Carbone, Don Angie`.
extension FindTables {
    /// The search and where it goes on: one that began with a text as a list goes on with that.
    func goingOn(_ search: TableSearch) throws -> (TableSearch, SearchCursor?) {
        guard let text = search.cursor else { return (search, nil) }
        let now = lookout.clock.now
        do {
            return (search, try SearchCursor(text, for: search, now: now))
        } catch {
            guard let list = search.asList, let cursor = try? SearchCursor(text, for: list, now: now) else {
                throw error
            }
            return (list, cursor)
        }
    }

    /// The same, as a list where no restaurant has the whole text as its name. What was learned of it by then is remembered.
    func listing(_ search: TableSearch, _ resy: ResyCall) async throws -> TableSearch {
        guard let list = search.asList, let name = search.restaurants.first else { return search }
        do {
            _ = try await lookout.finder(resy).find(name, location: search.location)
            return search
        } catch let error as ResyError where error.isOfName {
            return list
        } catch is ResyError {
            return search
        } catch is APIFailure {
            return search
        } catch is BudgetSpent {
            return search
        }
    }
}

extension TableSearch {
    /// With each of the names by itself; nil where only one is given, or a part of it is a place.
    fileprivate var asList: TableSearch? {
        guard restaurants.count == 1, let name = restaurants.first, let names = NameList(name)?.names else {
            return nil
        }
        var list = self
        list.restaurants = names
        return list
    }
}

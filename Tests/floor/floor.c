/* What Resy's answers cost by themselves: the same warm requests as the program's, in a row on one connection, by libcurl
 * and nothing else. Orders come on standard input, one a line; each is answered with its milliseconds.
 *
 *     floor URL CACERT KEY TOKEN AGENT
 *     find VENUE DAY PARTY | book VENUE DAY PARTY | list
 *
 * What `book` books is cancelled again behind its time. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static CURL *easy;
static struct curl_slist *json, *form, *plain;
static const char *base;
static char *answer;
static size_t length, room;

static void fail(const char *what) {
    fprintf(stderr, "floor: %s: %.300s\n", what, answer ? answer : "");
    exit(1);
}

static size_t take(char *bytes, size_t size, size_t count, void *context) {
    (void)context;
    size *= count;
    if (length + size + 1 > room) {
        room = 2 * (length + size + 1);
        answer = realloc(answer, room);
    }
    memcpy(answer + length, bytes, size);
    length += size;
    answer[length] = 0;
    return size;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* One request; ends the program for anything but 2xx. */
static void ask(const char *path, struct curl_slist *headers, const char *body) {
    static char url[4096];
    long status = 0;
    snprintf(url, sizeof url, "%s%s", base, path);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    if (body) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body);
    } else {
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
    }
    length = 0;
    if (curl_easy_perform(easy) != CURLE_OK) fail(path);
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    if (status / 100 != 2) fail(path);
}

/* The text behind the first place of `name` from `start` on, as it is written in JSON; freed by the caller. */
static char *text(const char *start, const char *name) {
    const char *place = start ? strstr(start, name) : NULL;
    if (!place) fail(name);
    place += strlen(name);
    const char *end = strchr(place, '"');
    return strndup(place, end - place);
}

static void find(const char *venue, const char *day, const char *party) {
    char body[512];
    snprintf(body, sizeof body, "{\"lat\":0,\"long\":0,\"day\":\"%s\",\"party_size\":%s,\"venue_id\":%s}", day, party, venue);
    ask("/4/find", json, body);
}

static double book(const char *venue, const char *day, const char *party) {
    static char body[8192];
    double start = now();
    find(venue, day, party);
    char *token = text(strstr(answer, "\"slots\""), "\"token\":\"");
    snprintf(
        body, sizeof body, "{\"commit\":1,\"config_id\":\"%s\",\"day\":\"%s\",\"party_size\":%s}", token, day, party);
    ask("/3/details", json, body);
    char *value = text(strstr(answer, "\"book_token\""), "\"value\":\"");
    char *escaped = curl_easy_escape(easy, value, 0);
    snprintf(body, sizeof body, "book_token=%s&source_id=resy.com-venue-details&venue_marketing_opt_in=0", escaped);
    ask("/3/book", form, body);
    double elapsed = now() - start;
    char *booked = text(answer, "\"resy_token\":\"");
    curl_free(escaped);
    escaped = curl_easy_escape(easy, booked, 0);
    snprintf(body, sizeof body, "resy_token=%s", escaped);
    ask("/3/cancel", form, body);
    curl_free(escaped);
    free(token);
    free(value);
    free(booked);
    return elapsed;
}

int main(int count, char **words) {
    static char line[512], header[4096];
    char order[16], venue[32], day[32], party[8];
    if (count != 6) return 2;
    base = words[1];
    easy = curl_easy_init();
    const char *names[] = {"Authorization: ResyAPI api_key=\"%s\"", "X-Resy-Auth-Token: %s", "X-Resy-Universal-Auth: %s"};
    for (int index = 0; index < 3; index++) {
        snprintf(header, sizeof header, names[index], words[index ? 4 : 3]);
        plain = curl_slist_append(plain, header);
        json = curl_slist_append(json, header);
        form = curl_slist_append(form, header);
    }
    json = curl_slist_append(json, "Content-Type: application/json");
    curl_easy_setopt(easy, CURLOPT_CAINFO, words[2]);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, words[5]);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
    while (fgets(line, sizeof line, stdin)) {
        int fields = sscanf(line, "%15s %31s %31s %7s", order, venue, day, party);
        double elapsed = 0;
        if (fields == 4 && !strcmp(order, "book")) {
            elapsed = book(venue, day, party);
        } else {
            double start = now();
            if (fields == 4) {
                find(venue, day, party);
            } else {
                ask("/3/user/reservations?type=upcoming&limit=50&offset=1&book_on_behalf_of=false", plain, NULL);
            }
            elapsed = now() - start;
        }
        printf("%.4f\n", elapsed);
        fflush(stdout);
    }
    return 0;
}

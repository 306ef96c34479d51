"""Imports an .apkg into a fresh collection with Anki's own importer, twice, and prints what it finds as JSON."""

import json
import sys
import tempfile
from pathlib import Path

try:
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
except ImportError:
    print("The Python package 'anki' is missing: pip install anki", file=sys.stderr)
    sys.exit(3)


def import_package(collection, path):
    options = ImportAnkiPackageOptions(with_scheduling=True, merge_notetypes=False)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options)).log
    return {
        "new": len(log.new),
        "updated": len(log.updated),
        "duplicate": len(log.duplicate),
        "conflicting": len(log.conflicting),
        "empty": len(log.empty_first_field),
    }


def main(first, second):
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "check.anki2"))
        imports = [import_package(collection, first), import_package(collection, second)]
        notes = {}
        for note_id in collection.find_notes("note:Sejajar"):
            note = collection.get_note(note_id)
            cards = note.cards()
            notes[note["Lemma"]] = {
                "fields": dict(note.items()),
                "cards": [card.template()["name"] for card in cards],
                "questions": [card.question() for card in cards],
                "types": [card.type for card in cards],
                "intervals": [card.ivl for card in cards],
                "due": [card.due - collection.sched.today if card.queue == 2 else None for card in cards],
                "stability": [card.memory_state.stability if card.memory_state else None for card in cards],
            }
        broken = collection.fix_integrity()[0]
        print(json.dumps({
            "imports": imports,
            "notes": notes,
            "deck": [deck.name for deck in collection.decks.all_names_and_ids()],
            "reviews": collection.db.scalar("select count() from revlog"),
            "integrity": broken,
        }, ensure_ascii=False))
        collection.close()


main(sys.argv[1], sys.argv[2])

"""The keys of all commands: a value, changed by making another one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from editor.model.language import tr
from editor.ui.keys.owned import refusal
from editor.ui.keys.spelling import native, portable


@dataclass(frozen=True, slots=True)
class Keymap:
    """defaults: the program's own, chosen: the user's, by command; keys as portable() writes them.

    What the user gave to a command counts before what is another's default.
    """

    defaults: Mapping[str, tuple[str, ...]]
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[str, ...]:
        """Return the keys of a command. Raises KeyError for an unknown one."""
        if name in self.chosen:
            return self.chosen[name]
        taken = {keys for others in self.chosen.values() for keys in others}
        return tuple(keys for keys in self.defaults[name] if keys not in taken)

    def owner(self, keys: str) -> str:
        """Return the command that has keys, empty for none."""
        return next((name for name in self.defaults if keys in self.of(name)), "")

    def is_default(self, name: str) -> bool:
        """Return whether a command has the program's own keys."""
        return self.of(name) == self.defaults[name]

    def give(self, name: str, keys: tuple[str, ...]) -> "Keymap":
        """Return the map in which a command has these keys and no others; whoever had them has them no longer."""
        kept = {other: tuple(one for one in had if one not in keys) for other, had in self.chosen.items()}
        return replace(self, chosen=self._without_defaults(kept | {name: keys}))

    def reset(self, name: str) -> "Keymap":
        """Return the map in which a command has its own keys again, whoever has them now."""
        return self.give(name, self.defaults[name])

    def _without_defaults(self, chosen: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Keep only what differs, so that later versions may change their defaults."""
        made = replace(self, chosen=chosen)
        return {name: keys for name, keys in chosen.items() if not _said_twice(made, name)}


def _said_twice(keymap: Keymap, name: str) -> bool:
    rest = {other: keys for other, keys in keymap.chosen.items() if other != name}
    return keymap.chosen[name] == keymap.defaults[name] == replace(keymap, chosen=rest).of(name)


def read_keymap(
    defaults: Mapping[str, tuple[str, ...]], kept: Mapping[str, Iterable[str]]
) -> tuple[Keymap, tuple[str, ...]]:
    """Return the map that was kept, and a word on every entry that cannot be used and is left out."""
    chosen: dict[str, tuple[str, ...]] = {}
    message: list[str] = []
    taken: dict[str, str] = {}
    for name, texts in kept.items():
        if name not in defaults:
            message.append(tr("没有“{name}”这个命令", name=name))
            continue
        usable = []
        for text in texts:
            keys = portable(text)
            wrong = _wrong(text, keys, taken)
            if wrong:
                message.append(wrong)
            else:
                usable.append(keys)
                taken[keys] = name
        # a command whose entry is broken as a whole keeps its own keys
        if usable or not tuple(texts):
            chosen[name] = tuple(dict.fromkeys(usable))
    return Keymap(defaults, chosen), tuple(message)


def _wrong(text: str, keys: str, taken: Mapping[str, str]) -> str:
    if not keys:
        return tr("“{text}”不是快捷键", text=text)
    if keys in taken:
        return tr("{native} 写了两次", native=native(keys))
    reason = refusal(keys)
    return tr("{native} 不能用：{reason}", native=native(keys), reason=reason) if reason else ""

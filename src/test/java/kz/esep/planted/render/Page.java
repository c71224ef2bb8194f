package kz.esep.planted.render;

public record Page(String text) {}
